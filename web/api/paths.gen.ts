// Written by `npm run docs` from the API's own description; what the console may ask and what it is told.
export interface paths {
  '/api/agencies': {
    get: { parameters: { query?: { "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "code": string; "kind": string; "name": { "zh": string; "en": string }; "parent": string | null })[]; "nextCursor": string | null } } } } };
  };
  '/api/cases': {
    post: { parameters: { header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; requestBody: { content: { 'application/json': { "channel": string; "caller": { "relation": string; "anonymous"?: boolean; "name"?: string; "phone"?: string; "note"?: string }; "safeContact": { "canTalkNow": boolean; "okToText"?: boolean; "phoneControlled"?: boolean; "through"?: string; "okToCall"?: boolean; "okToVoicemail"?: boolean; "phone"?: string; "window"?: { "from": string; "to": string }; "codeWord"?: string; "whoMayAnswer"?: string; "note"?: string }; "survivor"?: { "name"?: string; "phone"?: string; "idNumber"?: string; "sex"?: string; "birthDate"?: string; "ageGroup"?: string; "job"?: string; "address"?: string; "note"?: string; "minor"?: boolean; "capacity"?: string; "children"?: string }; "respondent"?: { "name"?: string; "phone"?: string; "idNumber"?: string; "sex"?: string; "birthDate"?: string; "ageGroup"?: string; "job"?: string; "address"?: string; "note"?: string; "relation"?: string }; "incident"?: { "time"?: string; "area"?: string; "narrative"?: string; "violenceForms"?: (string)[]; "injured"?: boolean; "weapon"?: boolean; "childrenPresent"?: boolean } } } }; responses: { 201: { content: { 'application/json': { "id": string; "number": string; "status": "open" | "closed"; "risk": "unknown" | "low" | "medium" | "high"; "facts": { [key: string]: string }; "ownerAgency": string; "openedAt": string; "version": number; "tracks": ({ "id": string; "workflow": string; "state": (string)[]; "titles": ({ "zh": string; "en": string })[]; "agency": string; "assignee": string | null; "isFinal": boolean })[]; "caller"?: unknown; "safeContact"?: unknown; "survivor"?: unknown; "respondent"?: unknown; "incident"?: unknown } } } } };
    get: { parameters: { query?: { "status"?: "open" | "closed"; "risk"?: "unknown" | "low" | "medium" | "high"; "assignee"?: string; "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "number": string; "status": "open" | "closed"; "risk": "unknown" | "low" | "medium" | "high"; "facts": { [key: string]: string }; "ownerAgency": string; "openedAt": string; "version": number; "tracks": ({ "id": string; "workflow": string; "state": (string)[]; "titles": ({ "zh": string; "en": string })[]; "agency": string; "assignee": string | null; "isFinal": boolean })[] })[]; "nextCursor": string | null } } } } };
  };
  '/api/cases/lookup': {
    post: { parameters: {  }; requestBody: { content: { 'application/json': { "phone": string } } }; responses: { 200: { content: { 'application/json': { "known": boolean; "caseIds": (string)[] } } } } };
  };
  '/api/cases/{id}': {
    get: { parameters: { path: { "id": string } }; responses: { 200: { content: { 'application/json': { "id": string; "number": string; "status": "open" | "closed"; "risk": "unknown" | "low" | "medium" | "high"; "facts": { [key: string]: string }; "ownerAgency": string; "openedAt": string; "version": number; "tracks": ({ "id": string; "workflow": string; "state": (string)[]; "titles": ({ "zh": string; "en": string })[]; "agency": string; "assignee": string | null; "isFinal": boolean })[]; "caller"?: unknown; "safeContact"?: unknown; "survivor"?: unknown; "respondent"?: unknown; "incident"?: unknown } } } } };
  };
  '/api/cases/{id}/handoffs': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; requestBody: { content: { 'application/json': { "kind": "referral" | "transfer" | "notice"; "toAgency": string; "trackId"?: string; "purpose": string; "basis": string; "fields": (string)[] } } }; responses: { 201: { content: { 'application/json': { "id": string; "caseId": string; "trackId": string; "kind": "referral" | "transfer" | "notice"; "from": string; "to": string; "status": "offered" | "accepted" | "declined" | "recalled" | "expired"; "offeredAt": string; "expiresAt": string; "ownerAgency": string } } } } };
  };
  '/api/cases/{id}/timeline': {
    get: { parameters: { query?: { "until"?: string; "cursor"?: string; "limit"?: string }; path: { "id": string } }; responses: { 200: { content: { 'application/json': { "items": ({ "seq": number; "trackId": string | null; "type": string; "title": { "zh": string; "en": string }; "actor": string; "agency": string | null; "occurredAt": string; "recordedAt": string; "payload": unknown })[]; "nextCursor": string | null } } } } };
  };
  '/api/cases/{id}/tracks': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; requestBody: { content: { 'application/json': { "workflow": string; "input": { [key: string]: unknown } } } }; responses: { 201: { content: { 'application/json': { "id": string; "caseId": string; "workflow": string; "workflowVersion": number; "version": number; "state": (string)[]; "titles": ({ "zh": string; "en": string })[]; "context": { [key: string]: unknown }; "revealed": { [key: string]: string }; "agency": string; "assignee": string | null; "deadlines": ({ "id": string; "rule": string; "article": string; "startedAt": string; "safeDue": string; "legalDue": string; "outcome": "open" | "met" | "met_late" | "cancelled" | "paused" | "lapsed"; "provisional": boolean; "explanation": ({ "date": string; "counted": boolean; "why": { "zh": string; "en": string } })[]; "declaration": string; "title": { "zh": string; "en": string } })[]; "events": ({ "type": string; "domainCode": string; "title": { "zh": string; "en": string }; "payloadSchema": { [key: string]: unknown }; "allowed": boolean; "because": ({ "code": string; "text": { "zh": string; "en": string }; "who": (string)[] })[] })[] } } } } };
  };
  '/api/clock': {
    get: { parameters: {  }; responses: { 200: { content: { 'application/json': { "now": string } } } } };
  };
  '/api/contact/check': {
    get: { parameters: { query?: { "canTalkNow"?: "true" | "false"; "okToCall"?: "true" | "false"; "phoneControlled"?: "true" | "false"; "from"?: string; "to"?: string } }; responses: { 200: { content: { 'application/json': { "now": "yes" | "no" | "ask"; "why": { "zh": string; "en": string }; "opensAt": string | null } } } } };
  };
  '/api/deadlines': {
    get: { parameters: { query: { "box": "mine" | "agency"; "outcome"?: "open" | "met" | "met_late" | "cancelled" | "paused" | "lapsed"; "dueBefore"?: string; "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "rule": string; "article": string; "startedAt": string; "safeDue": string; "legalDue": string; "outcome": "open" | "met" | "met_late" | "cancelled" | "paused" | "lapsed"; "provisional": boolean; "explanation": ({ "date": string; "counted": boolean; "why": { "zh": string; "en": string } })[]; "caseId": string; "trackId": string })[]; "nextCursor": string | null } } } } };
  };
  '/api/deadlines/compute': {
    post: { parameters: {  }; requestBody: { content: { 'application/json': { "rule": string; "start": string; "excludedDays"?: number } } }; responses: { 200: { content: { 'application/json': { "safeDue": string; "legalDue": string; "explanation": ({ "date": string; "counted": boolean; "why": { "zh": string; "en": string } })[] } } } } };
  };
  '/api/demo/clock': {
    get: { parameters: {  }; responses: { 200: { content: { 'application/json': { "now": string } } } } };
    post: { parameters: {  }; requestBody: { content: { 'application/json': { "advance": string } } }; responses: { 200: { content: { 'application/json': { "now": string } } } } };
  };
  '/api/drafts': {
    get: { parameters: { query?: { "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "kind": string; "subject": string | null; "version": number; "savedAt": string; "expiresAt": string })[]; "nextCursor": string | null } } } } };
  };
  '/api/drafts/{id}': {
    get: { parameters: { path: { "id": string } }; responses: { 200: { content: { 'application/json': { "id": string; "kind": string; "subject": string | null; "version": number; "savedAt": string; "expiresAt": string; "content": { [key: string]: unknown } } } } } };
    put: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; requestBody: { content: { 'application/json': { "kind": string; "subject"?: string; "content": { [key: string]: unknown } } } }; responses: { 200: { content: { 'application/json': { "id": string; "kind": string; "subject": string | null; "version": number; "savedAt": string; "expiresAt": string } } } } };
    delete: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; responses: { 204: { content?: never } } };
  };
  '/api/handoffs': {
    get: { parameters: { query: { "box": "in" | "out"; "status"?: "offered" | "accepted" | "declined" | "recalled" | "expired"; "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "caseId": string; "trackId": string; "kind": "referral" | "transfer" | "notice"; "from": string; "to": string; "status": "offered" | "accepted" | "declined" | "recalled" | "expired"; "offeredAt": string; "expiresAt": string; "ownerAgency": string })[]; "nextCursor": string | null } } } } };
  };
  '/api/handoffs/{id}/accept': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; responses: { 200: { content: { 'application/json': { "id": string; "caseId": string; "trackId": string; "kind": "referral" | "transfer" | "notice"; "from": string; "to": string; "status": "offered" | "accepted" | "declined" | "recalled" | "expired"; "offeredAt": string; "expiresAt": string; "ownerAgency": string } } } } };
  };
  '/api/handoffs/{id}/decline': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; requestBody: { content: { 'application/json': { "reason": string } } }; responses: { 200: { content: { 'application/json': { "id": string; "caseId": string; "trackId": string; "kind": "referral" | "transfer" | "notice"; "from": string; "to": string; "status": "offered" | "accepted" | "declined" | "recalled" | "expired"; "offeredAt": string; "expiresAt": string; "ownerAgency": string } } } } };
  };
  '/api/handoffs/{id}/recall': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; responses: { 200: { content: { 'application/json': { "id": string; "caseId": string; "trackId": string; "kind": "referral" | "transfer" | "notice"; "from": string; "to": string; "status": "offered" | "accepted" | "declined" | "recalled" | "expired"; "offeredAt": string; "expiresAt": string; "ownerAgency": string } } } } };
  };
  '/api/notifications': {
    get: { parameters: { query?: { "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "kind": string; "caseId": string; "deadlineId"?: string; "at": string; "readAt": string | null })[]; "nextCursor": string | null } } } } };
  };
  '/api/notifications/{id}/read': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; responses: { 200: { content: { 'application/json': { "id": string; "kind": string; "caseId": string; "deadlineId"?: string; "at": string; "readAt": string | null } } } } };
  };
  '/api/people': {
    get: { parameters: { query?: { "role"?: "operator" | "lawyer" | "court_liaison" | "police_liaison" | "community_worker" | "mediator" | "shelter_worker" | "legal_aid" | "case_manager" | "supervisor" | "auditor" | "administrator"; "agency"?: string; "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "name": string; "role": string; "agency": string })[]; "nextCursor": string | null } } } } };
  };
  '/api/rules': {
    get: { parameters: { query?: { "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "code": string; "title": { "zh": string; "en": string }; "article": string; "amount": number | null; "unit": "hour" | "day" | "working_day" | "month"; "rolls": boolean; "trigger": { "zh": string; "en": string }; "dutyBody": { "zh": string; "en": string }; "consequence": { "zh": string; "en": string }; "kind": "statute" | "policy"; "inForce": { "from": string | null; "to": string | null }; "succeeds": string | null; "excludes": ("appraisal" | "hearing")[]; "mayTighten": boolean; "isVerified": boolean })[]; "nextCursor": string | null } } } } };
  };
  '/api/session': {
    post: { parameters: {  }; requestBody: { content: { 'application/json': { "username": string; "password": string; "totp"?: string } } }; responses: { 200: { content: { 'application/json': { "user": { "id": string; "username": string; "name": string; "role": string; "agency": string }; "csrfToken": string } } } } };
    get: { parameters: {  }; responses: { 200: { content: { 'application/json': { "user": { "id": string; "username": string; "name": string; "role": string; "agency": string }; "csrfToken": string } } } } };
    delete: { parameters: {  }; responses: { 204: { content?: never } } };
  };
  '/api/stream': {
    get: { parameters: {  }; responses: { 200: { content: { 'text/event-stream': string } } } };
  };
  '/api/tracks/{id}': {
    get: { parameters: { path: { "id": string } }; responses: { 200: { content: { 'application/json': { "id": string; "caseId": string; "workflow": string; "workflowVersion": number; "version": number; "state": (string)[]; "titles": ({ "zh": string; "en": string })[]; "context": { [key: string]: unknown }; "revealed": { [key: string]: string }; "agency": string; "assignee": string | null; "deadlines": ({ "id": string; "rule": string; "article": string; "startedAt": string; "safeDue": string; "legalDue": string; "outcome": "open" | "met" | "met_late" | "cancelled" | "paused" | "lapsed"; "provisional": boolean; "explanation": ({ "date": string; "counted": boolean; "why": { "zh": string; "en": string } })[]; "declaration": string; "title": { "zh": string; "en": string } })[]; "events": ({ "type": string; "domainCode": string; "title": { "zh": string; "en": string }; "payloadSchema": { [key: string]: unknown }; "allowed": boolean; "because": ({ "code": string; "text": { "zh": string; "en": string }; "who": (string)[] })[] })[] } } } } };
  };
  '/api/tracks/{id}/events': {
    post: { parameters: { path: { "id": string }; header?: { "x-csrf-token"?: string; "idempotency-key"?: string; "if-match"?: string } }; requestBody: { content: { 'application/json': { "type": string; "payload": { [key: string]: unknown }; "occurredAt"?: string } } }; responses: { 200: { content: { 'application/json': { "id": string; "caseId": string; "workflow": string; "workflowVersion": number; "version": number; "state": (string)[]; "titles": ({ "zh": string; "en": string })[]; "context": { [key: string]: unknown }; "revealed": { [key: string]: string }; "agency": string; "assignee": string | null; "deadlines": ({ "id": string; "rule": string; "article": string; "startedAt": string; "safeDue": string; "legalDue": string; "outcome": "open" | "met" | "met_late" | "cancelled" | "paused" | "lapsed"; "provisional": boolean; "explanation": ({ "date": string; "counted": boolean; "why": { "zh": string; "en": string } })[]; "declaration": string; "title": { "zh": string; "en": string } })[]; "events": ({ "type": string; "domainCode": string; "title": { "zh": string; "en": string }; "payloadSchema": { [key: string]: unknown }; "allowed": boolean; "because": ({ "code": string; "text": { "zh": string; "en": string }; "who": (string)[] })[] })[] } } } } };
  };
  '/api/workflows': {
    get: { parameters: { query?: { "cursor"?: string; "limit"?: string } }; responses: { 200: { content: { 'application/json': { "items": ({ "id": string; "version": number; "title": { "zh": string; "en": string }; "openedBy": (string)[] })[]; "nextCursor": string | null } } } } };
  };
  '/api/workflows/{id}': {
    get: { parameters: { path: { "id": string } }; responses: { 200: { content: { 'application/json': { "id": string; "version": number; "title": { "zh": string; "en": string }; "openedBy": (string)[]; "inputSchema": { [key: string]: unknown }; "states": ({ "path": string; "title": { "zh": string; "en": string }; "type": "atomic" | "compound" | "parallel" | "final" | "history"; "deadlines": (string)[]; "waitsFor": (string)[] })[]; "events": ({ "type": string; "domainCode": string; "title": { "zh": string; "en": string }; "roles": (string)[]; "by": string; "follows": (string)[]; "payloadSchema": { [key: string]: unknown } })[]; "deadlines": ({ "id": string; "title": { "zh": string; "en": string }; "rule": string | null; "metBy": (string)[]; "onLapse": string | null; "remind": (string)[]; "escalate": ({ "after": string; "to": string })[] })[] } } } } };
  };
  '/api/workflows/{id}/diagram.svg': {
    get: { parameters: { query?: { "track"?: string }; path: { "id": string } }; responses: { 200: { content: { 'image/svg+xml': string } } } };
  };
}
