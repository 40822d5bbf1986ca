import { title } from '../title.ts';
import { POLICE } from './duty-bodies.ts';
import { fixedDays, fixedMonths, statute } from './rule-row.ts';
import { article, CRIMINAL_PROCEDURE } from './sources.ts';

const RELEASE = title('期满解除或者变更；事先告知受害人', 'Ended or changed; the victim is told before it');
const IMPOSED = title('采取措施', 'Measure imposed');

/**
 * Ceilings of what may be done to a suspect's liberty. Written from knowledge: no row is verified. A printed end that lies
 * beyond one is a slip, and she would be warned too late.
 */
export const RESTRAINT_RULES = [
  statute('P20h', fixedMonths(12), article(CRIMINAL_PROCEDURE, '第79条'), {
    title: title('取保候审最长期限', 'Ceiling of bail'),
    trigger: IMPOSED,
    dutyBody: POLICE,
    consequence: RELEASE,
    isVerified: false,
  }),
  statute('P20i', fixedMonths(6), article(CRIMINAL_PROCEDURE, '第79条'), {
    title: title('监视居住最长期限', 'Ceiling of residential surveillance'),
    trigger: IMPOSED,
    dutyBody: POLICE,
    consequence: RELEASE,
    isVerified: false,
  }),
  // Thirty days at the most to ask for arrest, seven for the procuratorate to answer.
  statute('P20j', fixedDays(37), article(CRIMINAL_PROCEDURE, '第91条'), {
    title: title('刑事拘留最长期限（至逮捕决定）', 'Ceiling of detention before arrest'),
    trigger: title('执行刑事拘留', 'Detention begins'),
    dutyBody: POLICE,
    consequence: RELEASE,
    isVerified: false,
  }),
] as const;
