import { abstraction } from './visit/abstraction.ts';
import { rules } from './visit/rules.ts';
import { plants } from './visit/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
