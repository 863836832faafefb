export * from './flows.ts';
export * from './growth.ts';
export * from './time-in-category.ts';
export * from './wave.ts';
