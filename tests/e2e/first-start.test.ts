import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { served } from "../support/command.ts";
import { ask } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";

const ARGS = [...HUB_PROGRAM, "start"];
const ALL =
	"{ institutes { totalCount } mepCenters { totalCount } engagements { totalCount } releases { totalCount } }";
const LOADED = {
	institutes: { totalCount: 22 },
	mepCenters: { totalCount: 51 },
	engagements: { totalCount: 85 },
	releases: { totalCount: 1 },
};

/** Starts a hub and kills it as soon as it says that a part of the seed data was loaded; what it said until then. */
async function killedWhen(part: string, env: Record<string, string>): Promise<string> {
	const child = spawn(process.execPath, ARGS, { env: { ...process.env, ...env } });
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			said += chunk;
			if (said.includes(`\n${part}:`) || said.startsWith(`${part}:`)) child.kill("SIGKILL");
		});
	const [, signal] = await once(child, "exit");
	expect(signal, said).toBe("SIGKILL");
	return said;
}

it("a hub killed while it loads the seed data for the first time loads the rest at its next start, and then none", async () => {
	const env = { PORT: "0", HUB_DATA_DIR: join(mkdtempSync(join(tmpdir(), "hub-")), "data") };
	expect(await killedWhen("institutes", env)).toMatch(/^institutes: 5 networks \(5 new/m);
	expect(await killedWhen("mep", env)).toMatch(/^institutes: 5 networks \(0 new/m);
	await killedWhen("engagements", env);
	const second = await served(process.execPath, ARGS, { env });
	try {
		expect(second.said()).toMatch(/^mep: 51 centers \(0 new, 0 changed\)/m);
		expect((await ask(second, ALL)).body).toEqual({ data: LOADED });
	} finally {
		await second.end();
	}
	const third = await served(process.execPath, ARGS, { env });
	try {
		expect(third.said()).toMatch(/^seed data: as it was loaded before$/m);
		expect((await ask(third, ALL)).body).toEqual({ data: LOADED });
	} finally {
		await third.end();
	}
});
