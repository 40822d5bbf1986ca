import { abstraction } from './protection-order/abstraction.ts';
import { plants } from './protection-order/plants.ts';
import { rules } from './protection-order/rules.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
