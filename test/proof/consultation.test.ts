import { abstraction } from './consultation/abstraction.ts';
import { plants } from './consultation/plants.ts';
import { rules } from './consultation/rules.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
