import { defineConfig } from 'drizzle-kit';

// `npm run migration -- --name what_it_does` compares schema.ts with migrations/ and writes the SQL between them;
// `--custom` makes an empty file for what the tables cannot say (text search, triggers).
export default defineConfig({
  dialect: 'postgresql',
  schema: './apps/api/src/schema.ts',
  out: './migrations',
});
