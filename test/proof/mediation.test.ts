import { abstraction } from './mediation/abstraction.ts';
import { rules } from './mediation/rules.ts';
import { plants } from './mediation/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
