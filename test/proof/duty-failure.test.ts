import { abstraction } from './duty-failure/abstraction.ts';
import { plants } from './duty-failure/plants.ts';
import { rules } from './duty-failure/rules.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
