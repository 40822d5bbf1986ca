import { abstraction } from './referral/abstraction.ts';
import { rules } from './referral/rules.ts';
import { plants } from './referral/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
