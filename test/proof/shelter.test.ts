import { abstraction } from './shelter/abstraction.ts';
import { rules } from './shelter/rules.ts';
import { plants } from './shelter/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
