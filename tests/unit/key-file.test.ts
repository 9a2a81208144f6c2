import { mkdtempSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { viewersOf } from "../../gateway/viewer/verify.ts";
import { issuerKey } from "../support/issuer-key.ts";

const OFFICE = { role: "PROGRAM_OFFICE", subject: "ada" };

/** A reader of viewers by the keys in `<folder>/jwks.json`, which does not wait between looks at it. */
function readerOf(folder: string) {
	const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
	const jwks = { file: join(folder, "jwks.json") };
	const read = viewersOf({ issuer: "issuer", audience: "hub", jwks }, log);
	const later = async (token: string) => {
		vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1001);
		return read(token);
	};
	return { read, later, log };
}

const folderOf = (keys: object[]) => {
	const folder = mkdtempSync(join(tmpdir(), "jwks-"));
	writeFileSync(join(folder, "jwks.json"), JSON.stringify({ keys }));
	return folder;
};

describe("the file with the issuer's keys", () => {
	it("is read again when it changes: a new key counts, and one that was taken out does not", async () => {
		const [old, next] = [await issuerKey("old"), await issuerKey("next")];
		const folder = folderOf([old.jwk]);
		const { read, later } = readerOf(folder);
		expect(await read(await old.bearer())).toEqual(OFFICE);
		await expect(read(await next.bearer())).rejects.toThrow(/unknown key/);
		writeFileSync(join(folder, "jwks.json"), JSON.stringify({ keys: [next.jwk, old.jwk] }));
		expect(await later(await next.bearer())).toEqual(OFFICE);
		expect(await read(await old.bearer())).toEqual(OFFICE);
		writeFileSync(join(folder, "jwks.json"), JSON.stringify({ keys: [next.jwk] }));
		await expect(later(await old.bearer())).rejects.toThrow(/unknown key/);
	});

	it("is read again when a link to it changes, as Kubernetes changes mounted secrets", async () => {
		const [old, next] = [await issuerKey("old"), await issuerKey("next")];
		const folder = mkdtempSync(join(tmpdir(), "jwks-"));
		symlinkSync(folderOf([old.jwk]), join(folder, "data"));
		symlinkSync("data/jwks.json", join(folder, "jwks.json"));
		const { read, later } = readerOf(folder);
		await expect(read(await next.bearer())).rejects.toThrow(/unknown key/);
		symlinkSync(folderOf([next.jwk]), join(folder, "data.new"));
		renameSync(join(folder, "data.new"), join(folder, "data"));
		expect(await later(await next.bearer())).toEqual(OFFICE);
	});

	it("that is half written or gone leaves the keys that were read last, and is logged once", async () => {
		const key = await issuerKey("key");
		const folder = folderOf([key.jwk]);
		const { read, later, log } = readerOf(folder);
		expect(await read(await key.bearer())).toEqual(OFFICE);
		writeFileSync(join(folder, "jwks.json"), '{"keys": [');
		expect(await later(await key.bearer())).toEqual(OFFICE);
		expect(await later(await key.bearer())).toEqual(OFFICE);
		expect(log.error).toHaveBeenCalledTimes(1);
		unlinkSync(join(folder, "jwks.json"));
		expect(await later(await key.bearer())).toEqual(OFFICE);
		expect(log.error).toHaveBeenCalledTimes(2);
		writeFileSync(join(folder, "jwks.json"), JSON.stringify({ keys: [key.jwk] }));
		expect(await later(await key.bearer())).toEqual(OFFICE);
		expect(log.info).toHaveBeenCalledTimes(1);
	});

	it("that cannot be used at the start stops it, and the error names the variable", () => {
		const at = (folder: string) => () => readerOf(folder);
		expect(at("/nowhere")).toThrow(/^HUB_JWKS_FILE: \/nowhere\/jwks.json cannot be used: ENOENT/);
		expect(at(folderOf([]))).toThrow(/^HUB_JWKS_FILE: .*no key in "keys"/);
		const folder = folderOf([]);
		writeFileSync(join(folder, "jwks.json"), '{"a": 1}');
		expect(at(folder)).toThrow(/^HUB_JWKS_FILE: .*expected a JSON Web Key Set/);
	});
});
