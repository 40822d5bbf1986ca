import { abstraction } from './activity/abstraction.ts';
import { rules } from './activity/rules.ts';
import { plants } from './activity/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
