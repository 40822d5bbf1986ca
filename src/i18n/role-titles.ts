import type { Role } from '#src/base/roles.ts';
import { type Title, title } from '#src/base/title.ts';

/** What people call a role; a missing one does not compile. */
export const ROLE_TITLES: Readonly<Record<Role, Title>> = {
  operator: title('热线接线员', 'Hotline operator'),
  lawyer: title('公益律师', 'Volunteer lawyer'),
  court_liaison: title('法院联络员', 'Court liaison'),
  police_liaison: title('公安联络员', 'Police liaison'),
  community_worker: title('社区工作者', 'Community worker'),
  mediator: title('调解员', 'Mediator'),
  shelter_worker: title('庇护所工作人员', 'Shelter worker'),
  legal_aid: title('法律援助机构人员', 'Legal aid'),
  case_manager: title('个案管理员', 'Case manager'),
  supervisor: title('督导', 'Supervisor'),
  auditor: title('审计员', 'Auditor'),
  administrator: title('系统管理员', 'Administrator'),
};
