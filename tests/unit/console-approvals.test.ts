import { describe, expect, it } from "vitest";
import { sentOf } from "../../gateway/console/graphql/sent.ts";
import { daysSince, KNOWN, waitingWhere } from "../../gateway/console/pages/approvals/address.ts";
import {
	BATCH,
	carryOut,
	NO_REASON,
	runOf,
	withoutReason,
} from "../../gateway/console/pages/approvals/decide.ts";
import { keyAction } from "../../gateway/console/pages/approvals/keys.ts";
import {
	answered,
	chooseAll,
	currentOf,
	dismiss,
	extendTo,
	isOpen,
	looked,
	moveTo,
	NOTHING_CHOSEN,
	rowsOf,
	toggle,
	undone,
	type Waiting,
} from "../../gateway/console/pages/approvals/worklist.ts";
import { readSearch } from "../../gateway/console/parts/view-address.ts";

const row = (id: string, more: Partial<Waiting> = {}) =>
	({
		id,
		revision: 2,
		status: "SUBMITTED",
		startedOn: `2024-01-0${id}`,
		late: false,
		...more,
	}) as Waiting;
const ROWS = ["1", "2", "3", "4"].map((id) => row(id));
const [ONE, TWO] = ROWS as [Waiting, Waiting];
const byId = new Map(ROWS.map((one) => [one.id, one]));
const done = (id: string, revision = 3) => ({
	engagementId: id,
	engagement: { id, revision, status: "APPROVED" },
	refusal: null,
});
const refused = (id: string, code: string, current: Waiting | null = null) => ({
	engagementId: id,
	engagement: null,
	refusal: { code, message: `no ${id}`, current },
});

describe("keys", () => {
	const of = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "altKey", true>> = {}) =>
		keyAction({ shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, key, ...held });

	it.each([
		["j", { type: "MOVE", by: 1, extends: false }],
		["ArrowUp", { type: "MOVE", by: -1, extends: false }],
		["End", { type: "MOVE_TO", end: "LAST", extends: false }],
		[" ", { type: "TOGGLE" }],
		["a", { type: "APPROVE" }],
		["r", { type: "RETURN" }],
		["Enter", { type: "OPEN" }],
		["Escape", { type: "LEAVE" }],
		["?", { type: "HELP" }],
	])("%s", (key, action) => expect(of(key)).toEqual(action));

	it("with Shift extend, with Ctrl choose all, and leave the rest to the browser", () => {
		expect(of("J", { shiftKey: true })).toEqual({ type: "MOVE", by: 1, extends: true });
		expect(of(" ", { shiftKey: true })).toEqual({ type: "EXTEND" });
		expect(of("a", { ctrlKey: true })).toEqual({ type: "ALL" });
		for (const [key, held] of [
			["r", { ctrlKey: true }],
			["ArrowDown", { altKey: true }],
			["Tab", {}],
			["x", {}],
			["/", {}],
		] as const)
			expect([key, of(key, held)]).toEqual([key, undefined]);
	});
});

describe("what is chosen", () => {
	it("is toggled, extended from where it began, and kept when other rows are shown", () => {
		const one = toggle(NOTHING_CHOSEN, ONE);
		const range = extendTo(one, ROWS, "3");
		expect([...range.chosen.keys()]).toEqual(["1", "2", "3"]);
		expect([range.current, range.anchor]).toEqual(["3", "1"]);
		expect([...toggle(range, TWO).chosen.keys()]).toEqual(["1", "3"]);
		expect([...chooseAll(range, [row("9")]).chosen.keys()]).toEqual(["1", "2", "3", "9"]);
		// Backwards from the current row, where nothing was chosen yet.
		expect([...extendTo(moveTo(NOTHING_CHOSEN, "4"), ROWS, "3").chosen.keys()]).toEqual(["3", "4"]);
	});

	it("keeps the revision in which it was seen, whatever the list says later", () => {
		const list = toggle(NOTHING_CHOSEN, ONE);
		rowsOf([row("1", { revision: 7 })], list);
		expect(list.chosen.get("1")?.revision).toBe(2);
	});
});

describe("what the hub answered", () => {
	it("takes what is done away until the hub's list leaves it out, and keeps the rest with why", () => {
		const all = chooseAll(NOTHING_CHOSEN, ROWS);
		const list = answered(all, [done("1"), refused("2", "BAD_USER_INPUT")], byId);
		expect([...list.chosen.keys()]).toEqual(["2", "3", "4"]);
		expect(rowsOf(ROWS, list).map(({ id }) => id)).toEqual(["2", "3", "4"]);
		expect(list.marks.get("2")).toMatchObject({ type: "REFUSED", message: "no 2" });
		// Submitted again since: it waits in a later revision.
		expect(rowsOf([row("1", { revision: 5 })], list)[0]?.id).toBe("1");
		expect(rowsOf(ROWS, undone(list, [done("1", 4)])).map(({ id }) => id)).toContain("1");
	});

	it("marks what somebody changed, which cannot be chosen before it was looked at", () => {
		const now = row("2", { revision: 5 });
		const all = chooseAll(NOTHING_CHOSEN, ROWS);
		const list = answered(all, [refused("2", "CONFLICT", now)], byId);
		const shown = rowsOf(ROWS, list)[1] as Waiting;
		expect(shown.revision).toBe(5);
		expect(isOpen(shown, list)).toBe(false);
		expect(toggle(list, shown).chosen.has("2")).toBe(false);
		expect(chooseAll(list, ROWS).chosen.has("2")).toBe(false);
		// Looked at in a still later revision: that is the one that is decided on.
		const seen = looked(list, row("2", { revision: 6 }));
		const again = toggle(seen, rowsOf(ROWS, seen)[1] as Waiting);
		expect(again.chosen.get("2")?.revision).toBe(6);
		expect(looked(seen, row("2", { revision: 6 }))).toBe(seen);
		expect(answered(again, [done("2", 7)], byId).marks.size).toBe(0);
	});

	it("keeps what somebody else decided on until it is taken from the list", () => {
		const moved = row("2", { revision: 3, status: "APPROVED" });
		const list = answered(NOTHING_CHOSEN, [refused("2", "CONFLICT", moved)], byId);
		const others = ROWS.filter(({ id }) => id !== "2");
		expect(rowsOf(others, list).map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
		expect(isOpen(moved, looked(list, moved))).toBe(false);
		// A list that was asked before does not bring it back.
		expect(rowsOf(ROWS, dismiss(list, "2")).map(({ id }) => id)).toEqual(["1", "3", "4"]);
	});

	it("moves the keys to the row that took the place of one that is done", () => {
		const list = moveTo(NOTHING_CHOSEN, "2");
		expect(currentOf(ROWS, list, 0)).toBe(1);
		expect(
			currentOf(
				ROWS.filter(({ id }) => id !== "2"),
				list,
				1,
			),
		).toBe(1);
		expect(currentOf([ONE], list, 3)).toBe(0);
		expect(currentOf([], list, 3)).toBe(-1);
	});
});

describe("a decision", () => {
	const MANY = Array.from({ length: 2 * BATCH + 1 }, (_, index) => row(String(index)));

	it("is sent in parts, each with a key of its own, with the reasons of single records", () => {
		const own = new Map([
			["0", { reason: " hours? ", about: "hours" }],
			["1", { reason: "  ", about: "hours" }],
		]);
		const run = runOf("RETURN", MANY, { reason: " all ", about: "" }, own, "key");
		expect(run.batches.map(({ key, records }) => [key, records.length])).toEqual([
			["key-0", BATCH],
			[`key-${BATCH}`, BATCH],
			[`key-${2 * BATCH}`, 1],
		]);
		expect(run.batches[0]?.records.slice(0, 2)).toEqual([
			{ id: "0", revision: 2, reason: "hours?", about: "hours" },
			{ id: "1", revision: 2 },
		]);
		expect(run.why).toEqual({ reason: "all", about: "" });
	});

	it("needs a reason for what is returned, and for what is late", () => {
		const rows = [ONE, row("2", { late: true })];
		const missing = (...args: Parameters<typeof withoutReason>) =>
			withoutReason(...args).map(({ id }) => id);
		expect(missing("APPROVE", rows, NO_REASON, new Map())).toEqual(["2"]);
		expect(missing("RETURN", rows, NO_REASON, new Map())).toEqual(["1", "2"]);
		const own = new Map([["1", { reason: "x", about: "" }]]);
		expect(missing("RETURN", rows, NO_REASON, own)).toEqual(["2"]);
		expect(missing("RETURN", rows, { reason: "x", about: "" }, new Map())).toEqual([]);
	});

	it("stops where it is stopped or not answered, and goes on from there", async () => {
		const run = runOf("APPROVE", MANY, NO_REASON, new Map(), "key");
		const sent: string[] = [];
		let at = 0;
		let isDown = false;
		const go = (from: number, stopAfter = 9) =>
			carryOut(
				run,
				from,
				async ({ key }) => {
					sent.push(key);
					return isDown ? { type: "NO_ANSWER" } : { type: "DONE", data: { done: [] } };
				},
				(_, next) => {
					at = next;
				},
				() => sent.length >= stopAfter,
			);
		expect(await go(0, 1)).toEqual({ type: "STOPPED" });
		isDown = true;
		expect(await go(at)).toEqual({ type: "NO_ANSWER" });
		isDown = false;
		expect(await go(at)).toEqual({ type: "ALL" });
		expect(sent).toEqual(["key-0", `key-${BATCH}`, `key-${BATCH}`, `key-${2 * BATCH}`]);
	});

	it.each([
		[undefined, { type: "NO_ANSWER" }],
		[{ status: 200, body: "<h1>Accept the terms</h1>" }, { type: "NO_ANSWER" }],
		[{ status: 200, body: "null" }, { type: "NO_ANSWER" }],
		[{ status: 200, body: '{"data":{"done":[]}' }, { type: "NO_ANSWER" }],
		[{ status: 500, body: '{"errors":[{"message":"x"}]}' }, { type: "NO_ANSWER" }],
		[
			{ status: 401, body: '{"errors":[{"extensions":{"code":"UNAUTHENTICATED"}}]}' },
			{ type: "SIGN_IN" },
		],
		[
			{ status: 200, body: '{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}' },
			{ type: "REFUSED", code: "FORBIDDEN", message: "no" },
		],
		[
			{ status: 200, body: '{"data":{"done":[]}}' },
			{ type: "DONE", data: { done: [] } },
		],
	])("%j is read as %j", (received, expected) => expect(sentOf(received)).toEqual(expected));
});

describe("the address", () => {
	const now = Date.parse("2026-11-29T10:20:30Z");

	it("narrows what waits, and names what it does not understand", () => {
		const search = {
			by: "ada",
			kind: "EVENT",
			sme: "sme_a",
			age: "7",
			late: "yes",
			search: "lean",
		};
		const { says, notUnderstood } = readSearch({ ...search, kind2: "x" }, KNOWN);
		expect(notUnderstood).toEqual([{ name: "kind2", value: "x" }]);
		expect(waitingWhere(says, now)).toEqual({
			statuses: ["SUBMITTED"],
			search: "lean",
			loggedBy: ["ada"],
			kinds: ["EVENT"],
			smeIds: ["sme_a"],
			submittedBefore: "2026-11-22T10:00:00.000Z",
			late: true,
		});
		expect(readSearch({ age: "5", late: "maybe", kind: "PARTY" }, KNOWN).says).toEqual({});
	});

	it("says for how many whole days something waits", () => {
		expect(daysSince("2026-11-29T10:20:00Z", now)).toBe(0);
		expect(daysSince("2026-11-22T10:20:00Z", now)).toBe(7);
		// The clock of the device may be wrong.
		expect(daysSince("2026-11-30T00:00:00Z", now)).toBe(0);
	});
});
