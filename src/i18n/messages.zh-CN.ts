import type { Messages } from './message.ts';

export const MESSAGES_ZH = {
  body_invalid: {
    title: '请求内容有误',
    detail: '请求内容不符合接口要求，未作任何更改。请按所列位置更正后重试。',
  },
  idempotency_key_missing: {
    title: '缺少请求编号',
    detail: '此操作需要 Idempotency-Key 请求头：8 至 200 个可打印的 ASCII 字符，每次操作各不相同。',
  },
  body_too_large: { title: '请求内容过大', detail: '请求内容不得超过 64 KiB。' },
  media_type: { title: '不支持的内容类型', detail: '请求内容只接受 application/json（UTF-8）。' },
  session_missing: { title: '尚未登录', detail: '没有有效的登录状态，请重新登录。' },
  credentials_invalid: { title: '登录信息不正确', detail: '用户名、密码或者动态验证码不正确。' },
  csrf_invalid: {
    title: '请求来源未通过验证',
    detail: '请求须来自本系统页面，并带上本次登录的 x-csrf-token。请刷新页面后重试。',
  },
  role_not_allowed: { title: '无权办理', detail: '您的角色不能办理此事项，未作任何更改。' },
  not_found: { title: '未找到', detail: '没有您可以查看的这项内容。' },
  event_not_in_state: {
    title: '当前环节不能记录此事项',
    detail: '办理环节目前所处的状态不接受此事项，未作任何更改。请刷新后查看可办理的事项。',
  },
  guard_refused: {
    title: '条件尚未具备',
    detail: '办理此事项的条件尚未具备，未作任何更改。原因见所列各项。',
  },
  key_in_flight: {
    title: '同一请求正在处理',
    detail: '同一请求编号或者同一个案正在处理中，请稍后用同一编号重试。',
  },
  too_many_drafts: {
    title: '草稿过多',
    detail: '您已有 50 份草稿，这一份未能保存。请先提交或者删除不再需要的草稿。',
  },
  version_stale: {
    title: '内容已被他人更新',
    detail: '您看到的内容已不是最新，未作任何更改。请刷新后再办理。',
  },
  if_match_missing: {
    title: '缺少版本号',
    detail: '此操作需要 If-Match 请求头，其值为您所见内容的 ETag。',
  },
  payload_invalid: {
    title: '填写内容有误',
    detail: '所填内容不符合此事项的要求，未作任何更改。请按所列位置更正。',
  },
  occurred_at_invalid: {
    title: '发生时间有误',
    detail: '发生时间不得晚于现在，不得早于 2000 年 1 月 1 日，也不得早于其前一事项。',
  },
  key_reused: {
    title: '请求编号已用于其他操作',
    detail: '此 Idempotency-Key 已用于另一项操作，未作任何更改。请换用新的编号。',
  },
  rule_unknown: { title: '没有此期限规则', detail: '期限规则表中没有此编号，或者该规则没有法定天数。' },
  calendar_year_unknown: {
    title: '节假日安排尚未公布',
    detail: '计算结果取决于尚未公布节假日安排的年份，不能给出确定日期。',
  },
  throttled: { title: '操作过于频繁', detail: '请求过多或者系统繁忙，请在所示时间之后重试。' },
  internal: {
    title: '系统内部错误',
    detail: '系统发生意外错误，已记录。请稍后重试，或者将请求编号告知管理员。',
  },
  unavailable: { title: '服务暂不可用', detail: '系统正在启动、停止，或者与数据库失去联系，请稍后重试。' },
} as const satisfies Messages;
