export { import2019 } from './import-2019.ts';
