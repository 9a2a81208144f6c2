import { describe, expect, it } from "vitest";
import { isDue, waitAfter } from "../../gateway/console/offline/backoff.ts";
import {
	chooseTwin,
	discard,
	intend,
	newManufacturer,
	newVisit,
	resolve,
	seal,
	settle,
	type,
	visitOfRecord,
} from "../../gateway/console/offline/change.ts";
import {
	differences,
	isChangeable,
	settled,
	suggestion,
	versionsOf,
} from "../../gateway/console/offline/conflict.ts";
import { refusedFields } from "../../gateway/console/offline/faults.ts";
import {
	changesOf,
	contentOf,
	type HubVisit,
	NEW_SME,
} from "../../gateway/console/offline/fields.ts";
import { type Item, ownerOf, type Step, type Visit } from "../../gateway/console/offline/item.ts";
import { outcomeOf } from "../../gateway/console/offline/reply.ts";
import { nextStep } from "../../gateway/console/offline/steps.ts";
import { waitingFor } from "../../gateway/console/offline/waiting.ts";

const owner = ownerOf({ subject: "ada", center: "ga-mep" });
const begun = (key: string) => ({ key, owner, now: 1000 });
const TYPED = { smeId: "sme_a", kind: "EVENT", startedOn: "2026-03-02" };
const visit = (typed = {}) => newVisit(begun("k"), { ...TYPED, ...typed });
const of = (...items: Item[]) => new Map(items.map((item) => [item.key, item]));
const step = (item: Item, ...others: Item[]) => nextStep(item, of(item, ...others)) as Step;
const record = (revision: number, status: string) => ({ id: "eng_1", revision, status, name: "" });
const done = (item: Visit, sent: Step, revision: number, status: string) =>
	settle(
		seal(item, sent),
		sent,
		{ type: "DONE", record: record(revision, status) },
		{ now: 2, random: 0 },
	) as Visit;

describe("what is sent of a visit", () => {
	it("is what its kind has, trimmed and as numbers; what was typed for another kind stays in the form", () => {
		const typed = {
			...TYPED,
			kind: "FACILITY_ACCESS",
			hours: " 7,5 ",
			peopleTrained: "3",
			note: "  ",
			feePaid: "false",
		};
		expect(contentOf(typed, "sme_a")).toEqual({
			...{ smeId: "sme_a", kind: "FACILITY_ACCESS", startedOn: "2026-03-02" },
			...{ hours: 7.5, feePaid: false },
		});
		expect(contentOf({ kind: "TRAINING", peopleTrained: "many" }, undefined)).toEqual({
			kind: "TRAINING",
			peopleTrained: "many",
		});
	});

	it("is first the record, then what changed of it, then that it is submitted", () => {
		const first = intend(visit(), "SUBMIT", 1);
		expect(step(first)).toEqual({
			operation: "log",
			key: "k",
			variables: { input: { clientMutationId: "k", ...TYPED } },
		});
		const logged = done(first, step(first), 1, "DRAFT");
		expect(step(logged)).toMatchObject({
			operation: "submit",
			key: "k~submit~1",
			variables: { id: "eng_1", revision: 1 },
		});
		const typed = intend(type(logged, { kind: "TRAINING", peopleTrained: "4" }, 3), "SUBMIT", 4);
		expect(step(typed).variables).toEqual({
			input: {
				id: "eng_1",
				revision: 1,
				clientMutationId: "k~amend~1",
				kind: "TRAINING",
				peopleTrained: 4,
			},
		});
		const amended = done(typed, step(typed), 2, "DRAFT");
		expect(step(amended).operation).toBe("submit");
		expect(nextStep(done(amended, step(amended), 3, "SUBMITTED"), of())).toBeUndefined();
	});

	it("clears what was taken out", () => {
		expect(
			changesOf({ kind: "EVENT", title: "Fair" }, { kind: "EVENT", late: true, reason: "ill" }),
		).toEqual({
			...{ title: null, late: true, reason: "ill" },
		});
		expect(changesOf({ kind: "EVENT" }, { kind: "EVENT", late: true })).toEqual({});
	});

	it("stays as it was sealed until the hub has answered, whatever is typed; then the difference is sent", () => {
		const first = intend(visit({ title: "One" }), "SUBMIT", 1);
		const sent = step(first);
		const typed = intend(type(seal(first, sent), { title: "Two" }, 2), "SUBMIT", 3);
		expect(step(typed)).toEqual(sent);
		const logged = done(typed, sent, 1, "DRAFT");
		expect(step(logged).variables.input).toMatchObject({ title: "Two", revision: 1 });
	});

	it("waits for its manufacturer, which is registered first", () => {
		const sme = newManufacturer(begun("m"), { name: " Gear Works ", state: "US-GA" });
		const first = intend(visit({ smeId: `${NEW_SME}m` }), "SUBMIT", 1);
		expect(nextStep(first, of(first, sme))).toBeUndefined();
		expect(waitingFor(first, of(first, sme))).toBe("MANUFACTURER");
		expect(step(sme).variables.input).toEqual({
			clientMutationId: "m",
			name: "Gear Works",
			state: "US-GA",
		});
		const known = chooseTwin(sme, { id: "sme_b", name: "Gear Works Inc." }, 2);
		expect(step(first, known).variables.input).toMatchObject({ smeId: "sme_b" });
		expect(step(chooseTwin(sme, "NONE", 2)).variables.input).toMatchObject({ createAnyway: true });
	});

	it("of a discarded one: nothing if the hub never heard of it, else what takes it back", () => {
		expect(discard(visit(), 1)).toBeUndefined();
		const at = (status: string) =>
			visitOfRecord(begun("k"), { id: "eng_1", revision: 4, status }, "DISCARD");
		expect(step(at("DRAFT"))).toMatchObject({
			operation: "discard",
			variables: { reason: expect.stringMatching(/^deleted by its author/) },
		});
		expect(step(at("SUBMITTED")).operation).toBe("withdraw");
	});
});

describe("an answer", () => {
	const ok = { done: { id: "eng_1", revision: 1, status: "DRAFT" } };
	const says = (body: unknown, status = 200) =>
		outcomeOf("log", { status, body: typeof body === "string" ? body : JSON.stringify(body) });
	const refusal = (code: string, more = {}) => ({
		errors: [{ message: "no", extensions: { code, ...more } }],
		data: null,
	});

	it("counts in the hub's own words only", () => {
		expect(says({ data: ok })).toMatchObject({
			type: "DONE",
			record: { id: "eng_1", revision: 1 },
		});
		for (const [body, failure] of [
			["<!doctype html><h1>Terms</h1>", "NOT_THE_HUB"],
			['{"data":{"done":{"id":"eng_1"', "NOT_THE_HUB"],
			["", "NOT_THE_HUB"],
			["[]", "NOT_THE_HUB"],
			['"ok"', "NOT_THE_HUB"],
			[{ status: "ok" }, "NOT_THE_HUB"],
			[{ data: null }, "NOT_THE_HUB"],
			[{ data: { done: { id: "eng_1" } } }, "NOT_THE_HUB"],
			[refusal("INTERNAL_SERVER_ERROR"), "BUSY"],
			[refusal("RATE_LIMITED"), "BUSY"],
			[refusal("UNAUTHENTICATED"), "SIGN_IN"],
		] as const)
			expect([body, says(body)]).toEqual([body, { type: "NO_ANSWER", failure }]);
		expect(says("<h1>Bad gateway</h1>", 502)).toEqual({ type: "NO_ANSWER", failure: "BUSY" });
		expect(outcomeOf("log", undefined)).toEqual({ type: "NO_ANSWER", failure: "UNREACHABLE" });
	});

	it("that refuses stays with the item until its owner decides", () => {
		const fields = [{ path: "input.hours", message: "is too much" }];
		const first = intend(visit(), "SUBMIT", 1);
		const sent = step(first);
		const refused = settle(seal(first, sent), sent, says(refusal("BAD_USER_INPUT", { fields })), {
			now: 2,
			random: 0,
		}) as Visit;
		expect(nextStep(refused, of(refused))).toBeUndefined();
		expect(waitingFor(refused, of(refused))).toBe("DECISION");
		expect([...refusedFields(refused.refusal)]).toEqual([["hours", "is too much"]]);
		expect(step(intend(refused, "SUBMIT", 3)).operation).toBe("log");
	});

	it("that comes twice, or for an earlier step, changes nothing", () => {
		const first = intend(visit(), "SUBMIT", 1);
		const sent = step(first);
		const logged = done(first, sent, 1, "DRAFT");
		expect(settle(logged, sent, says({ data: ok }), { now: 2, random: 0 })).toBe(logged);
	});

	it("that shows manufacturers alike is a question", () => {
		const twin = { score: 0.9, reasons: [], sme: { id: "sme_b", name: "Gears" } };
		const body = JSON.stringify({ data: { done: { sme: null, duplicates: [twin] } } });
		expect(outcomeOf("register", { status: 200, body })).toMatchObject({
			type: "REFUSED",
			refusal: { code: "TWINS", twins: [twin] },
		});
	});

	it("that does not come is waited for longer each time, up to five minutes, and each device another while", () => {
		const waits = [1, 2, 5, 9, 50].map((attempts) => waitAfter(attempts, 1));
		expect(waits).toEqual([2000, 4000, 32_000, 300_000, 300_000]);
		expect(waitAfter(1, 0)).toBe(1000);
		expect(isDue(5000, 4000)).toBe(false);
		expect(isDue(5000, 5000)).toBe(true);
		// The clock was set back by a day.
		expect(isDue(90_000_000, 1000)).toBe(true);
	});
});

describe("a conflict", () => {
	const hub = (more: object): HubVisit => ({
		id: "eng_1",
		revision: 3,
		status: "RETURNED",
		kind: "EVENT",
		startedOn: "2026-03-02",
		loggedSmeId: "sme_a",
		...more,
	});
	const refusal = {
		operation: "amend",
		code: "CONFLICT",
		message: "",
		current: hub({ title: "Theirs", note: "n" }),
		seen: hub({ revision: 2, title: "Seen" }),
	} as const;
	const versions = versionsOf(refusal);
	const mine = visitOfRecord(begun("k"), hub({ revision: 2, title: "Seen" }), "SUBMIT");
	const typed = type(mine, { title: "Mine" }, 2);

	it("shows field by field what differs, and keeps what only one of the two changed", () => {
		const found = differences(typed.typed, versions as never);
		expect(found).toEqual([
			{ field: "title", mine: "Mine", theirs: "Theirs", seen: "Seen" },
			{ field: "note", mine: undefined, theirs: "n", seen: undefined },
		]);
		expect(found.map(suggestion)).toEqual([undefined, "theirs"]);
		const chosen = settled(typed, found, { title: "mine", note: "theirs" });
		const next = intend(
			resolve(typed, chosen, hub({ title: "Theirs", note: "n" }), 3),
			"SUBMIT",
			3,
		);
		expect(step(next).variables.input).toMatchObject({ revision: 3, title: "Mine" });
		expect(step(next).variables.input).not.toHaveProperty("note");
	});

	it("is none where a key was used for something else, or nothing can be changed any more", () => {
		expect(
			versionsOf({ operation: "log", code: "CONFLICT", message: "", recordId: "eng_9" }),
		).toBeUndefined();
		expect(
			["RETURNED", "APPROVED", "VOIDED"].map((status) => isChangeable(hub({ status }))),
		).toEqual([true, false, false]);
	});
});
