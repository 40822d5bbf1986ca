import { abstraction } from './petition/abstraction.ts';
import { rules } from './petition/rules.ts';
import { plants } from './petition/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
