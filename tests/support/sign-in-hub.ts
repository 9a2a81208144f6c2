import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { HttpConfig } from "../../shared/config-http.ts";
import { signInBy } from "./sign-in.ts";
import { startWords } from "./words.ts";

export type SignInHub = {
	url: string;
	dataDir: string;
	/** All that was logged, at every level. */
	logged: string[];
	close(): Promise<void>;
};

/** A small hub with sign-in; its field `word` says who asks. `dataDir`: of a hub that shares its sessions. */
export async function startSignInHub(
	env: Record<string, string>,
	http: Partial<HttpConfig> = {},
	dataDir = mkdtempSync(join(tmpdir(), "sessions-")),
): Promise<SignInHub> {
	const logged: string[] = [];
	const log = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });
	const { readViewer, signIn } = await signInBy(env, log)(dataDir);
	const hub = await startWords(
		async ({ context }) => ({
			data: { word: JSON.stringify(context?.viewer), say: JSON.stringify(context?.viewer) },
		}),
		http,
		log,
		{},
		{ readViewer, signIn },
	);
	return {
		url: hub.url,
		dataDir,
		logged,
		async close() {
			await hub.close();
			await signIn?.close();
		},
	};
}
