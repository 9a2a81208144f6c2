import { describe, expect, it } from "vitest";
import { mailOf } from "../../subgraphs/registry/event/mail.ts";
import { eventId, happeningOf, noticeDue } from "../../subgraphs/registry/event/rules.ts";

const ENTRY = {
	seq: 7,
	at: "2026-11-29T12:00:00.000Z",
	actor: "hub",
	action: "waitSubgraph",
	partner_id: "ap",
	subgraph: "ap-data",
	version: 3,
	detail: JSON.stringify({
		types: ["YoLab"],
		because: { action: "rollBackSubgraph", partnerId: "yo", subgraph: "yo-data" },
	}),
};

describe("what an entry of the publish log tells its partner", () => {
	it("says for which types a version waits, why, and that it returns by itself", () => {
		const waiting = happeningOf(ENTRY);
		expect(waiting).toMatchObject({
			kind: "WAITING",
			partnerId: "ap",
			detail: { types: ["YoLab"] },
		});
		expect(waiting && mailOf(waiting)).toEqual({
			subject: '[Throughline] "ap-data" version 3 waits for another partner',
			text: '"ap-data" version 3 extends types that are not served now, and is not served without them: YoLab.\nCause: rollBackSubgraph of yo-data\nIt returns by itself when they do.\n\nWhen: 2026-11-29 12:00 UTC, by hub\n',
		});
		const returned = happeningOf({ ...ENTRY, action: "returnSubgraph" });
		expect(returned && mailOf(returned).subject).toMatch(/has returned$/);
	});

	it("is nothing where the action says nothing to it", () => {
		expect(happeningOf({ ...ENTRY, action: "changePartner", detail: "{}" })).toBeUndefined();
	});
});

describe("the id of an event", () => {
	it("is the same for the same happening in one hub, and another in another", () => {
		expect(eventId("one", ["log", "7"])).toBe(eventId("one", ["log", "7"]));
		expect(eventId("one", ["log", "7"])).not.toBe(eventId("two", ["log", "7"]));
		expect(eventId("one", ["log", "7"])).not.toBe(eventId("one", ["log7"]));
	});
});

describe("notices", () => {
	it.each([
		["2026-12-20T12:00:00Z", undefined],
		["2026-12-10T12:00:00Z", 14],
		["2026-11-30T11:00:00Z", 1],
		["2026-11-29T11:00:00Z", undefined],
	])("of an end on %s are due as %s days before", (end, days) => {
		expect(noticeDue(end, new Date(ENTRY.at))).toBe(days);
	});
});
