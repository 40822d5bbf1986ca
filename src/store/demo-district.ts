import type { Role } from '#src/base/roles.ts';

/** An invented district with everybody who takes part in a case. No person and no place of it exists. */

export type DemoAgency = {
  readonly code: string;
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  /** Code of the agency it is a unit of. */
  readonly parent?: string;
};

export const DEMO_AGENCIES: readonly DemoAgency[] = [
  {
    code: 'federation',
    kind: 'womens_federation',
    zh: '青禾区妇女联合会',
    en: "Qinghe District Women's Federation",
  },
  {
    code: 'hotline',
    kind: 'hotline',
    zh: '青禾区12338妇女维权热线',
    en: 'Qinghe Hotline 12338',
    parent: 'federation',
  },
  {
    code: 'town-liuxi',
    kind: 'town',
    zh: '柳溪镇妇女联合会',
    en: "Liuxi Town Women's Federation",
    parent: 'federation',
  },
  {
    code: 'town-shiqiao',
    kind: 'town',
    zh: '石桥镇妇女联合会',
    en: "Shiqiao Town Women's Federation",
    parent: 'federation',
  },
  {
    code: 'village-dongwan',
    kind: 'village',
    zh: '东湾村村民委员会',
    en: 'Dongwan Village Committee',
    parent: 'town-liuxi',
  },
  {
    code: 'village-xiling',
    kind: 'village',
    zh: '西岭村村民委员会',
    en: 'Xiling Village Committee',
    parent: 'town-liuxi',
  },
  {
    code: 'village-nanpu',
    kind: 'village',
    zh: '南浦村村民委员会',
    en: 'Nanpu Village Committee',
    parent: 'town-shiqiao',
  },
  { code: 'lawyers', kind: 'lawyers', zh: '青禾区妇女维权志愿律师团', en: 'Qinghe Volunteer Lawyers' },
  { code: 'court', kind: 'court', zh: '青禾区人民法院', en: "Qinghe District People's Court" },
  { code: 'police', kind: 'police', zh: '青禾区公安分局', en: 'Qinghe District Police Bureau' },
  {
    code: 'station-liuxi',
    kind: 'police_station',
    zh: '柳溪派出所',
    en: 'Liuxi Police Station',
    parent: 'police',
  },
  {
    code: 'station-shiqiao',
    kind: 'police_station',
    zh: '石桥派出所',
    en: 'Shiqiao Police Station',
    parent: 'police',
  },
  {
    code: 'justice',
    kind: 'legal_aid',
    zh: '青禾区司法局法律援助中心',
    en: 'Qinghe Justice Bureau, Legal Aid Centre',
  },
  {
    code: 'civil-affairs',
    kind: 'shelter',
    zh: '青禾区民政局反家暴庇护所',
    en: 'Qinghe Civil Affairs Bureau, Shelter',
  },
  {
    code: 'mediation',
    kind: 'mediation',
    zh: '青禾区婚姻家庭纠纷人民调解委员会',
    en: 'Qinghe Family Mediation Committee',
  },
];

export type DemoPerson = {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** Code of her agency. */
  readonly agency: string;
};

// The hotline is a unit of the federation, and so are its operators: what they open the federation owns and sees.
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'operator1', name: '林晓禾', role: 'operator', agency: 'federation' },
  { username: 'operator2', name: '苏念青', role: 'operator', agency: 'federation' },
  { username: 'manager1', name: '方静澜', role: 'case_manager', agency: 'federation' },
  { username: 'supervisor1', name: '邵文岚', role: 'supervisor', agency: 'federation' },
  { username: 'auditor1', name: '康允诚', role: 'auditor', agency: 'federation' },
  { username: 'admin1', name: '毕一鸣', role: 'administrator', agency: 'federation' },
  { username: 'lawyer1', name: '江映雪', role: 'lawyer', agency: 'lawyers' },
  { username: 'lawyer2', name: '秦若水', role: 'lawyer', agency: 'lawyers' },
  { username: 'lawyer3', name: '阮知行', role: 'lawyer', agency: 'lawyers' },
  { username: 'lawyer4', name: '谷雨桐', role: 'lawyer', agency: 'lawyers' },
  { username: 'court1', name: '霍正言', role: 'court_liaison', agency: 'court' },
  { username: 'police1', name: '岳长宁', role: 'police_liaison', agency: 'police' },
  { username: 'police2', name: '尹卫东', role: 'police_liaison', agency: 'station-liuxi' },
  { username: 'village1', name: '田秀禾', role: 'community_worker', agency: 'village-dongwan' },
  { username: 'mediator1', name: '柏和平', role: 'mediator', agency: 'mediation' },
  { username: 'shelter1', name: '安如意', role: 'shelter_worker', agency: 'civil-affairs' },
  { username: 'legalaid1', name: '季明远', role: 'legal_aid', agency: 'justice' },
];
