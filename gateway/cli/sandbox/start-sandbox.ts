import { generateSandbox } from "../../../seeds/sandbox/generate-sandbox.ts";
import { refuseRealRecords } from "../../../seeds/sandbox/refuse-real-records.ts";
import { type Config, readConfig } from "../../../shared/config.ts";
import { runHub } from "../start.ts";
import {
	keep,
	makeSandbox,
	readKept,
	refuseOther,
	refuseRunning,
	removeLeftovers,
	removeSandbox,
	stateOf,
} from "./folder.ts";
import { freePort } from "./free-port.ts";
import { joinPartner } from "./join-partner.ts";
import { startPartnerServer } from "./partner-server.ts";
import { sandboxConfig } from "./settings.ts";

const LINE = 100;
const say = (line: string) =>
	console.error(`  ${line.length > LINE ? `${line.slice(0, LINE)} …` : line}`);

/** Makes the sandbox unless it is there; with `reset`, anew in any case. */
async function prepare(dir: string, reset: boolean): Promise<void> {
	refuseOther(dir);
	await refuseRunning(dir);
	removeLeftovers(dir);
	if (reset) removeSandbox(dir);
	if (stateOf(dir) === "ABSENT") {
		const start = performance.now();
		console.error(`Making the sandbox in ${dir}, once: made-up records, in about 20 seconds`);
		const today = new Date().toISOString().slice(0, 10);
		await makeSandbox(dir, (into) => generateSandbox(into, today, say));
		say(`made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
	}
	await refuseRealRecords(dir);
}

/** Runs the example of a partner beside the hub. Without it, the sandbox lacks the partner's fields and nothing else. */
async function runPartner(dir: string, hub: Promise<string | undefined>, url: string) {
	const keys = `${url}/.well-known/http-message-signatures-directory`;
	try {
		const partner = await startPartnerServer(readKept(dir).partnerPort ?? 0, keys);
		keep(dir, { partnerPort: partner.port });
		if (await hub) await joinPartner(url, dir, partner.url);
		return partner;
	} catch (error) {
		console.error(`The example of a partner is missing: ${(error as Error).message}`);
		return undefined;
	}
}

async function freeAddress(config: Config): Promise<{ port: number; url: string }> {
	const { host } = config.http;
	const port = await freePort(config.port, host);
	if (config.port !== 0 && port !== config.port)
		console.error(`Port ${config.port} is in use; the sandbox is at port ${port}`);
	return { port, url: `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}` };
}

/** Runs a hub on made-up records, in a folder of its own. `reset`: on new ones. */
export async function startSandbox({ reset = false }: { reset?: boolean }): Promise<void> {
	const config = sandboxConfig(readConfig());
	const { dataDir: dir } = config;
	await prepare(dir, reset);
	const { port, url } = await freeAddress(config);
	keep(dir, { running: { pid: process.pid, url } });
	const closing: Array<() => Promise<void>> = [];
	const hub = runHub({ ...config, port }, { closing });
	const partner = runPartner(dir, hub, url);
	closing.push(async () => (await partner)?.close());
	if (!(await hub)) return;
	await partner;
	console.log(
		`The sandbox is ready: ${url}/graphql (look at it at ${url}, tour at ${url}/sandbox; its records are made up. npm start -- --sandbox --reset makes it anew)`,
	);
}
