import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedSources, openEmbedded } from "../../gateway/embedded.ts";
import { openPartners } from "../../gateway/embedded-registry.ts";
import { openFailedRows } from "../../gateway/rest/imports/failed-rows-store.ts";
import { startGateway } from "../../gateway/server.ts";
import type { SignIn } from "../../gateway/session/sign-in.ts";
import { developmentIssuer } from "../../gateway/viewer/development.ts";
import { viewersOf } from "../../gateway/viewer/verify.ts";
import { loadSeeds } from "../../seeds/load.ts";
import { readConfig } from "../../shared/config.ts";
import type { HttpConfig } from "../../shared/config-http.ts";
import type { ImportLimits } from "../../shared/config-imports.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PATIENT } from "./limits.ts";
import { HUB_PROGRAM, ROOT, SEEDS } from "./paths.ts";

export { SEEDS };

export type Hub = { url: string; close(): Promise<void> };

async function seed(): Promise<string> {
	const dataDir = mkdtempSync(join(tmpdir(), "seeded-"));
	await loadSeeds({ dataDir, seedsDir: SEEDS, say: () => undefined });
	return dataDir;
}
let seeded: Promise<string> | undefined;

/** A new data folder with the real seed data: a copy of one that this process has loaded. */
export async function seededFolder(): Promise<string> {
	seeded ??= seed();
	const dataDir = mkdtempSync(join(tmpdir(), "hub-"));
	cpSync(await seeded, dataDir, { recursive: true });
	return dataDir;
}

/** The hub in this process, as `npm start` runs it. */
export async function startEmbedded(
	dataDir: string,
	onStatement?: (sql: string) => void,
	databaseUrl?: string,
	importLimits?: ImportLimits,
	http?: HttpConfig,
	signIn?: SignIn,
): Promise<Hub & { subgraphs: Subgraph[] }> {
	const log = createLog("silent");
	const subgraphs = await openEmbedded({ dataDir, databaseUrl, log, onStatement });
	const readViewer = viewersOf(await developmentIssuer(dataDir));
	const own = embeddedSources(subgraphs);
	const partners = await openPartners({ dataDir, databaseUrl, log, production: false }, own);
	const failedRows = await openFailedRows(
		{ dataDir, databaseUrl, log },
		importLimits ?? readConfig({}).imports,
	);
	const gateway = await startGateway({
		limits: PATIENT,
		imports: { failedRows, dir: join(dataDir, "imports") },
		importLimits,
		readViewer,
		sources: [...own, partners.source],
		partners: partners.options,
		port: 0,
		http,
		signIn,
		log,
	});
	await gateway.ready;
	return {
		url: gateway.url,
		subgraphs,
		async close() {
			await gateway.close();
			await partners.close();
			await failedRows.close();
			for (const subgraph of subgraphs) await subgraph.close();
		},
	};
}

/** Runs one part as a separate process and waits for the address it prints. */
export function serve(
	part: string,
	env: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
	const child = spawn(process.execPath, [...HUB_PROGRAM, "serve", part], {
		cwd: ROOT,
		env: { ...process.env, PORT: "0", LOG_LEVEL: "warn", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	return new Promise((done, failed) => {
		let said = "";
		const hear = (chunk: Buffer) => {
			said += chunk;
			const url = /ready: (http\S+)/.exec(said)?.[1];
			if (url) done({ url, child });
		};
		child.stdout.on("data", hear);
		child.stderr.on("data", hear);
		child.on("exit", (code) => failed(new Error(`${part} ended with ${code}: ${said}`)));
	});
}

function stop(child: ChildProcess): Promise<number | null> {
	return new Promise((done) => {
		if (child.exitCode !== null || child.signalCode !== null) return done(child.exitCode);
		child.on("exit", (code) => done(code));
		child.kill("SIGTERM");
	});
}

/** The four parts as separate processes. */
export async function startProcesses(
	dataDir: string,
): Promise<Hub & { parts: Record<string, ChildProcess>; urls: Record<string, string> }> {
	const parts: Record<string, ChildProcess> = {};
	const close = async () => {
		for (const child of Object.values(parts).reverse()) await stop(child);
	};
	const urls: string[] = [];
	let url = "";
	try {
		for (const part of ["institutes", "mep", "engagements", "gateway"]) {
			const env = { HUB_DATA_DIR: dataDir, HUB_SUBGRAPH_URLS: urls.join(",") };
			const served = await serve(part, env);
			parts[part] = served.child;
			({ url } = served);
			urls.push(`${part}=${url}`);
		}
	} catch (error) {
		await close();
		throw error;
	}
	const bases = urls.map((entry) => entry.replace("/graphql", "").split(/=(.*)/s));
	return { url: url.replace("/graphql", ""), urls: Object.fromEntries(bases), parts, close };
}

export type Answer = {
	status: number;
	// The type of the result depends on the query.
	body: {
		data?: Record<string, never> | null;
		errors?: Array<{ message: string; path?: unknown; extensions: Record<string, string> }>;
	};
};

export async function ask(
	hub: { url: string },
	query: string,
	variables?: object,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const response = await fetch(`${hub.url}/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify({ query, variables }),
	});
	return { status: response.status, body: (await response.json()) as Answer["body"] };
}

// biome-ignore lint/suspicious/noExplicitAny: the result depends on the query, and tests compare it as a whole
type Data = any;

/** The data of a response; throws if it has errors. */
export async function dataOf(
	hub: { url: string },
	query: string,
	variables?: object,
): Promise<Data> {
	const { body } = await ask(hub, query, variables);
	if (body.errors) throw new Error(JSON.stringify(body.errors));
	return body.data;
}
