export { fontFile, pngOf, type Weight } from './png.ts';
