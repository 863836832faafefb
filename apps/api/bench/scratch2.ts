import { withDatabase } from './measure.ts';
await withDatabase(async ({ pool }) => {
  const c = await pool.connect();
  const t = async (name: string, f: () => Promise<unknown>, n = 1000) => { for (let i=0;i<300;i++) await f(); const s = performance.now(); const cpu = process.cpuUsage(); for (let i=0;i<n;i++) await f(); const u = process.cpuUsage(cpu); console.log(name, ((performance.now()-s)/n).toFixed(3), 'cpu', ((u.user+u.system)/1000/n).toFixed(3)); };
  await t('select 1 simple', () => c.query('select 1'));
  await t('select 1 prepared', () => c.query({ name: 'a', text: 'select $1::int', values: [1] }));
  await t('pool prepared', () => pool.query({ name: 'a', text: 'select $1::int', values: [1] }));
  await c.query('create table x (a int)');
  await t('insert', () => c.query({ name: 'b', text: 'insert into x values ($1)', values: [1] }));
  await t('insert async', async () => { await c.query('begin'); await c.query({ name: 'b', text: 'insert into x values ($1)', values: [1] }); await c.query('commit'); });
  c.release();
});
