import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { byCodePoint } from "../../shared/code-points.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { dayBefore } from "../../subgraphs/registry/usage/rules.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { MANAGER, STAFF } from "../support/viewers.ts";

const FIELDS = "id revision status startedOn history { revision action at }";
const LOG = `mutation($input: LogEngagementInput!) { logEngagement(input: $input) { ${FIELDS} } }`;
const STEP = (name: string, { id, revision }: { id: string; revision: number }) =>
	`mutation { ${name}Engagement(id: "${id}", revision: ${revision}) { ${FIELDS} } }`;

let hub: EngagementsFixture;
let keys = 0;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
});

const input = (startedOn: string, clientMutationId = `key-${keys++}`) => ({
	...{ clientMutationId, startedOn, smeId: "sme_a", kind: "ASSISTANCE", practice: "LEAN" },
});
const log = async (startedOn: string, key?: string) =>
	(await hub.data(LOG, { input: input(startedOn, key) }, STAFF)).logEngagement;
/** The clock of the machine says another time; timers go on. */
const clockIs = (time: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });

describe("a clock that jumps back", () => {
	it("leaves the order of changes as they were committed, and a key counts once all the same", async () => {
		clockIs("2026-03-08T12:00:00Z");
		const draft = await log("2026-03-01", "before-the-jump");
		clockIs("2026-03-07T12:00:00Z");
		const submitted = (await hub.data(STEP("submit", draft), {}, STAFF)).submitEngagement;
		const approved = (await hub.data(STEP("approve", submitted), {}, MANAGER)).approveEngagement;
		expect(approved).toMatchObject({ status: "APPROVED", revision: 3 });
		expect((await log("2026-03-01", "before-the-jump")).id).toBe(draft.id);
		const nodes: Array<{ revision: number }> = approved.history;
		expect(nodes.map(({ revision }) => revision)).toEqual([1, 2, 3]);
		const other = await log("2026-03-01");
		expect(other.id).not.toBe(draft.id);
	});
});

describe("February 29", () => {
	it("is a day of leap years only", async () => {
		clockIs("2028-02-29T23:59:59Z");
		expect(await log("2028-02-29")).toMatchObject({ startedOn: "2028-02-29" });
		const refusals = await hub.refusals(LOG, { input: input("2027-02-29") }, STAFF);
		expect(JSON.stringify(refusals)).toContain("BAD_USER_INPUT");
		expect(dayBefore(new Date("2028-02-29T12:00:00Z"), 365)).toBe("2027-03-01");
		expect(dayBefore(new Date("2028-03-01T00:00:00Z"), 1)).toBe("2028-02-29");
	});
});

describe("where the machine is", () => {
	it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Shanghai"])(
		"in %s days are the same as anywhere",
		async (zone) => {
			vi.stubEnv("TZ", zone);
			// Between the two in which summer time begins, at an hour that New York does not have.
			clockIs("2026-03-08T07:30:00Z");
			const { startedOn, history } = await log("2026-03-08");
			expect(startedOn).toBe("2026-03-08");
			expect(history[0].at).toBe("2026-03-08T07:30:00.000Z");
			expect(dayBefore(new Date(), 1)).toBe("2026-03-07");
		},
	);

	it("orders names the same in every language: Danish has aa after z", () => {
		const names = ["zlab", "aalab", "my-college", "mycollege", "Z"];
		expect(names.sort(byCodePoint)).toEqual(["Z", "aalab", "my-college", "mycollege", "zlab"]);
		expect(["zlab", "aalab"].sort(new Intl.Collator("da").compare)).toEqual(["zlab", "aalab"]);
	});
});

describe("a folder that cannot be written", () => {
	/** Runs something as a user who has no rights of root. */
	async function withoutRoot<T>(work: () => Promise<T>): Promise<T> {
		const isRoot = process.geteuid?.() === 0;
		if (isRoot) process.seteuid?.(65_534);
		try {
			return await work();
		} finally {
			if (isRoot) process.seteuid?.(0);
		}
	}

	it("is named with the reason, whether it is there or is to be made", async () => {
		const dir = mkdtempSync(join(tmpdir(), "read-only-"));
		chmodSync(dir, 0o555);
		for (const dataDir of [dir, join(dir, "data")])
			await withoutRoot(() =>
				expect(openMepDatabase({ dataDir })).rejects.toThrow(
					/^HUB_DATA_DIR: .*mep.sqlite cannot be written \(EACCES\); expected a folder that the user/,
				),
			);
		expect(existsSync(join(dir, "data"))).toBe(false);
	});

	it("is named where a file is in its place", async () => {
		const dir = mkdtempSync(join(tmpdir(), "file-"));
		writeFileSync(join(dir, "data"), "");
		mkdirSync(join(dir, "other"));
		await expect(openMepDatabase({ dataDir: join(dir, "data") })).rejects.toThrow(
			/^HUB_DATA_DIR: .* cannot be written \((ENOTDIR|EEXIST)\)/,
		);
	});
});
