import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { hubCommand } from "../support/command.ts";
import { percentile } from "./load.ts";
import { freePort, HUB, type Started, startProcess } from "./processes.ts";

export type PartnerFigures = {
	/** Behaviour of the partner. */
	partner: string;
	withoutP99Ms: number;
	withP99Ms: number;
	/** `withP99Ms` ÷ `withoutP99Ms`. */
	times: number;
	requests: number;
};

/** A partner without requests shows the noise between two equal measurements. */
const NOT_ASKED = "not asked";
const MANNERS = [NOT_ASKED, "good", "slow", "dead", "lying", "endless"];
const CLIENTS = 4;
const TOUCHING_A_SECOND = 20;
const OWN = `query Own($id: ID!) { sme(id: $id) { id name engagements(first: 20) { nodes { id kind startedOn center { id name } } } } }`;
const TOUCHING = `query Touching($id: ID!) { sme(id: $id) { id name collegeRank } }`;
const BESIDE = `query Beside($id: ID!) { sme(id: $id) { id name } }`;
const VARIABLES = { id: "sme_vartega-inc-co" };

type Hub = { url: string; process: Started };

async function startHub(): Promise<Hub & { env: Record<string, string> }> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const dataDir = join(mkdtempSync(join(tmpdir(), "bench-partners-")), "data");
	// A partner on loopback is for development only.
	const env = { NODE_ENV: "development", PORT: String(port), HUB_DATA_DIR: dataDir };
	return {
		url,
		env,
		process: await startProcess([HUB, "start"], env, `${url}/health/ready`),
	};
}

function asker(hub: Hub, query: string) {
	const pool = new Pool(hub.url, { connections: CLIENTS });
	const body = JSON.stringify({ query, variables: VARIABLES });
	return {
		async ask(): Promise<string> {
			const headers = { "content-type": "application/json" };
			const response = await pool.request({ path: "/graphql", method: "POST", headers, body });
			return response.body.text();
		},
		close: () => pool.close(),
	};
}

/** Publishes the partner on a hub as a partner would, on the command line. */
async function publish(hub: Awaited<ReturnType<typeof startHub>>, url: string, sdl: string) {
	const dir = mkdtempSync(join(tmpdir(), "bench-partner-"));
	const [key, schema] = [join(dir, "key.json"), join(dir, "schema.graphql")];
	writeFileSync(schema, sdl);
	const run = async (...args: string[]) => {
		const ran = await hubCommand(args, hub.env);
		if (ran.code !== 0) throw new Error(`hub ${args.join(" ")}: ${ran.stdout}${ran.stderr}`);
		return ran.stdout.trim();
	};
	const partner = (...args: string[]) => run("partner", ...args, "--hub", hub.url);
	const signed = ["--partner", "college", "--key", key, "--name", "college"];
	await run("partner", "keygen", "--out", key);
	const token = await run("token", "--role", "HUB_ADMIN", "--subject", "bench");
	const about = ["--id", "college", "--name", "College", "--contact", "data@college.example"];
	await partner("register", ...about, "--key", join(dir, "key.public.json"), "--token", token);
	await partner("publish", ...signed, "--schema", schema, "--url", url);
	await partner("activate", ...signed);
	const { ask, close } = asker(hub, TOUCHING);
	for (let wait = 0; !(await ask()).includes('"collegeRank":1'); wait++) {
		if (wait > 100) throw new Error("the partner is not served");
		await new Promise((done) => setTimeout(done, 200));
	}
	await close();
}

/** Latencies of a query that needs no partner, while others send `beside` at a steady rate. */
async function measure(hub: Hub, beside: string, seconds: number): Promise<number[]> {
	const latencies: number[] = [];
	const own = asker(hub, OWN);
	const other = asker(hub, beside);
	const end = performance.now() + seconds * 1000;
	const pending = new Set<Promise<unknown>>();
	const timer = setInterval(() => {
		const asked = other.ask().catch(() => undefined);
		pending.add(asked);
		void asked.finally(() => pending.delete(asked));
	}, 1000 / TOUCHING_A_SECOND);
	await Promise.all(
		Array.from({ length: CLIENTS }, async () => {
			while (performance.now() < end) {
				const sent = performance.now();
				const text = await own.ask();
				if (text.includes('"errors"')) throw new Error(text.slice(0, 300));
				latencies.push(performance.now() - sent);
			}
		}),
	);
	clearInterval(timer);
	await Promise.all(pending);
	await own.close();
	await other.close();
	return latencies;
}

/**
 * Combines the rounds of each hub: they alternate within seconds, so load on the machine affects both, and the tail
 * of one round alone is a few dozen requests.
 */
function figuresOf(
	partner: string,
	rounds: Array<{ plain: number[]; partnered: number[] }>,
): PartnerFigures {
	const plain = rounds.flatMap((round) => round.plain);
	const partnered = rounds.flatMap((round) => round.partnered);
	const [withoutP99Ms, withP99Ms] = [percentile(plain, 0.99), percentile(partnered, 0.99)];
	return {
		partner,
		withoutP99Ms,
		withP99Ms,
		times: withP99Ms / withoutP99Ms,
		requests: plain.length + partnered.length,
	};
}

/** p99 of queries that need no partner: on a hub whose partner misbehaves, and on a hub without one. */
export async function partners(
	rounds: number,
	seconds: number,
	manners = MANNERS,
): Promise<PartnerFigures[]> {
	const [port, controlPort] = [await freePort(), await freePort()];
	const control = `http://127.0.0.1:${controlPort}`;
	const server = await startProcess(
		["tests/bench/peers/partner.ts", String(port), String(controlPort)],
		{ NODE_ENV: "development" },
		`${control}/good`,
	);
	const [without, beside] = [await startHub(), await startHub()];
	const figures: PartnerFigures[] = [];
	try {
		const sdl = await (await fetch(`${control}/good`)).text();
		await publish(beside, `http://127.0.0.1:${port}/graphql`, sdl);
		for (const hub of [without, beside]) await measure(hub, BESIDE, seconds);
		for (const mode of manners) {
			if (mode !== NOT_ASKED) await fetch(`${control}/${mode}`);
			const asked = mode === NOT_ASKED ? BESIDE : TOUCHING;
			const rounded: Array<{ plain: number[]; partnered: number[] }> = [];
			for (let round = 0; round < rounds; round++) {
				const one = { plain: [] as number[], partnered: [] as number[] };
				const turns = [
					async () => one.plain.push(...(await measure(without, BESIDE, seconds))),
					async () => one.partnered.push(...(await measure(beside, asked, seconds))),
				];
				for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
				rounded.push(one);
			}
			figures.push(figuresOf(mode, rounded));
		}
	} finally {
		for (const one of [without.process, beside.process, server]) await one.stop();
	}
	return figures;
}
