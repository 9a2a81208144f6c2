import {
	existsSync,
	mkdtempSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { cp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, extract } from "tar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backup } from "../../gateway/cli/data/backup.ts";
import { restore } from "../../gateway/cli/data/restore.ts";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { hubCommand } from "../support/command.ts";
import { ask, dataOf, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { STAFF } from "../support/viewers.ts";

const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
const OWN =
	'{ engagements(first: 200, where: { kinds: [EVENT], centerIds: ["ga-mep"], from: "2024-05-06", to: "2024-05-06" }) { totalCount } }';

const scratch = mkdtempSync(join(tmpdir(), "backup-"));
const at = (name: string) => join(scratch, name);
/** What a command says; rejects with why it refuses. */
async function said(run: (say: (line: string) => void) => Promise<void>): Promise<string> {
	const lines: string[] = [];
	await run((line) => lines.push(line));
	return lines.join("\n");
}
const backUp = (dataDir: string, file: string) => said((say) => backup(file, { dataDir }, say));
const restoreInto = (dataDir: string, file: string) =>
	said((say) => restore(file, { dataDir }, say));

/** A copy of the backup with other contents. */
async function changed(name: string, change: (folder: string) => void): Promise<string> {
	const folder = mkdtempSync(join(scratch, "changed-"));
	await extract({ file: at("hub.tgz"), cwd: folder });
	change(folder);
	await create({ file: at(name), cwd: folder, gzip: true }, [
		"manifest.json",
		...(await readdir(folder)).filter((one) => one !== "manifest.json"),
	]);
	return at(name);
}
const changeManifest = (folder: string, change: (manifest: Record<string, unknown>) => void) => {
	const file = join(folder, "manifest.json");
	const manifest = JSON.parse(readFileSync(file, "utf8"));
	change(manifest);
	writeFileSync(file, JSON.stringify(manifest));
};

let dataDir: string;
let hub: Hub;
let headers: Record<string, string>;
let logged = 0;

async function log(): Promise<void> {
	const input = {
		clientMutationId: `key-${logged}`,
		smeId: "sme_windham-castings-ga",
		kind: "EVENT",
		startedOn: "2024-05-06",
	};
	const { body } = await ask(hub, LOG, { input }, headers);
	expect(body.errors).toBeUndefined();
	logged++;
}

beforeAll(async () => {
	dataDir = await seededFolder();
	headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	hub = await startEmbedded(dataDir);
});
afterAll(() => hub.close());

it("a backup while the hub takes changes is restored with every change that was acknowledged before it", async () => {
	for (let index = 0; index < 5; index++) await log();
	const before = logged;
	let writing = true;
	const writer = (async () => {
		while (writing) await log();
	})();
	// As an operator runs it, beside the hub.
	const made = await hubCommand(["backup", at("hub.tgz")], { HUB_DATA_DIR: dataDir });
	writing = false;
	await writer;
	expect(made).toMatchObject({ code: 0, stderr: "" });
	expect(made.stdout).toMatch(/institutes, mep, engagements, registry, imports \(\d+\.\d MB/);
	expect(statSync(at("hub.tgz")).mode & 0o777).toBe(0o600);
	expect((await readdir(scratch)).filter((name) => name !== "hub.tgz")).toEqual([]);

	expect(await restoreInto(at("restored"), at("hub.tgz"))).toMatch(/^institutes, mep, .*, are in /);
	expect(statSync(at("restored")).mode & 0o777).toBe(0o700);
	for (const name of await readdir(at("restored")))
		expect([name, statSync(join(at("restored"), name)).mode & 0o777]).toEqual([name, 0o600]);
	await cp(join(dataDir, "development"), join(at("restored"), "development"), { recursive: true });
	const second = await startEmbedded(at("restored"));
	const { body } = await ask(second, OWN, {}, headers);
	const { totalCount } = (body.data as unknown as { engagements: { totalCount: number } })
		.engagements;
	expect(totalCount).toBeGreaterThanOrEqual(before);
	expect(totalCount).toBeLessThanOrEqual(logged);
	// All that is served to the public is the same.
	const all = "{ institutes { totalCount } mepCenters { totalCount } releases { totalCount } }";
	expect(await dataOf(second, all)).toEqual(await dataOf(hub, all));
	await second.close();
}, 120_000);

it("a backup overwrites no file, and says where there is nothing to back up", async () => {
	await expect(backUp(dataDir, at("hub.tgz"))).rejects.toThrow(
		/hub.tgz: the file exists and is not overwritten/,
	);
	await expect(backUp(at("no-data"), at("none.tgz"))).rejects.toThrow(
		/^HUB_DATA_DIR: .*no-data: there is no data of the hub in it/,
	);
	expect(existsSync(at("no-data")) || existsSync(at("none.tgz"))).toBe(false);
	await expect(backUp(dataDir, at("nowhere/hub.tgz"))).rejects.toThrow(
		/there is no folder .*nowhere/,
	);
});

describe("a restore is refused before anything is touched", () => {
	const refused = async (file: string, reason: RegExp, into = at("refused")) => {
		await expect(restoreInto(into, file)).rejects.toThrow(reason);
		expect(existsSync(at("refused"))).toBe(false);
		expect((await readdir(scratch)).filter((name) => name.startsWith("."))).toEqual([]);
	};

	it("into a folder that has something in it", async () => {
		const files = await readdir(dataDir);
		await refused(at("hub.tgz"), /HUB_DATA_DIR: .* is not empty .*nothing is overwritten/, dataDir);
		expect(await readdir(dataDir)).toEqual(files);
	});

	it("of a file that is no backup, half of one, or changed", async () => {
		await refused(at("none.tgz"), /none.tgz: there is no such file/);
		writeFileSync(at("text.tgz"), "hello");
		await refused(at("text.tgz"), /text.tgz is not a backup of the hub/);
		await cp(at("hub.tgz"), at("half.tgz"));
		truncateSync(at("half.tgz"), Math.floor(statSync(at("hub.tgz")).size / 2));
		await refused(at("half.tgz"), /half.tgz is incomplete or damaged .*nothing was restored/);
		const other = await changed("other.tgz", (folder) =>
			writeFileSync(join(folder, "mep.sqlite"), "other records"),
		);
		await refused(other, /damaged \(mep.sqlite is not what was backed up\); nothing was restored/);
	});

	it("of another version or of the other engine", async () => {
		const newer = await changed("newer.tgz", (folder) =>
			changeManifest(folder, (manifest) => {
				manifest.hub = "9.0.0";
				(manifest.databases as Record<string, string[]>).mep?.push("Later1900000000000");
			}),
		);
		await refused(newer, /newer version of the hub \(9.0.0, with Later1900000000000 in mep\)/);
		const format = await changed("format.tgz", (folder) =>
			changeManifest(folder, (manifest) => {
				manifest.format = 2;
			}),
		);
		await refused(format, /format.tgz was made by a newer version of the hub/);
		const postgres = await changed("postgres.tgz", (folder) =>
			changeManifest(folder, (manifest) => {
				manifest.engine = "postgres";
			}),
		);
		await refused(postgres, /is a backup of a PostgreSQL database; set HUB_DATABASE_URL/);
	});
});
