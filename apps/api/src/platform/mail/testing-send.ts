import Fastify from 'fastify';
import { readConfig } from '../config/index.ts';
import { openDatabase } from '../db/index.ts';
import { mailJob } from './send-job.ts';

// A program for tests: does the job that sends letters, once.

const config = readConfig();
const { db, close } = await openDatabase(config);
await mailJob(config, db, Fastify({ logger: false }).log).work();
await close();
