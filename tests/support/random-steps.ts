import fc from "fast-check";
import sql from "sql-template-tag";
import { expect } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import type { EngagementsFixture } from "./engagements.ts";
import { importerOf } from "./importing.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "./viewers.ts";

const COLLEAGUE: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "ga-mep" };
const ROLES = [STAFF, MANAGER, COLLEAGUE, MANAGER, ELSEWHERE, OFFICE, MANAGER];
const CLIENT_CODES = ["BAD_USER_INPUT", "CONFLICT", "FORBIDDEN", "NOT_FOUND", "UNAUTHENTICATED"];
const DAYS = ["2022-01-05", "2022-02-06", "2022-05-07", "2022-06-08", "2023-01-09"];
const QUARTERS = ["fiscalYear: 2022, quarter: 2", "fiscalYear: 2022, quarter: 3"];

/** An action by somebody; the numbers pick what it is applied to. */
export type Step = { what: string; role: number; a: number; b: number; c: number };
export const step = fc.record<Step>({
	what: fc.constantFrom(
		...["register", "log", "import", "import", "amend", "submit", "approve", "return", "void"],
		...["withdraw", "discard", "report", "review", "merge", "unmerge", "undo", "quarter"],
	),
	role: fc.nat(ROLES.length - 1),
	a: fc.nat(1000),
	b: fc.nat(1000),
	c: fc.nat(1000),
});

type Known = { id: string; revision: number };
const pick = <T>(from: readonly T[], at: number): T | undefined =>
	from.length > 0 ? from[at % from.length] : undefined;
/** Statuses from which an action is allowed; most actions are tried from these, the others from any. */
const FROM: Record<string, string[]> = {
	submit: ["DRAFT", "RETURNED"],
	withdraw: ["SUBMITTED"],
	discard: ["DRAFT", "RETURNED"],
	approve: ["SUBMITTED"],
	return: ["SUBMITTED"],
};

/** Takes steps in the engagements subgraph; a refusal must have a code that tells the client what to do. */
export function stepsOn(hub: EngagementsFixture): (one: Step) => Promise<void> {
	const importer = importerOf(hub);
	const rowsOf = <T>(statement: ReturnType<typeof sql>) => hub.database.read<T>(statement);
	const batches: string[] = [];
	let serial = 0;

	/** The request of an action; undefined if there is no record yet to apply it to. */
	async function mutationOf({ what, a, b, c }: Step): Promise<string | undefined> {
		const smes = await rowsOf<Known & { merged_into: string | null }>(
			sql`SELECT id, revision, merged_into FROM smes ORDER BY id`,
		);
		const engagements = await rowsOf<Known & { status: string; sme_id: string }>(
			sql`SELECT id, revision, status, sme_id FROM engagements WHERE id LIKE 'eng_0%' ORDER BY id DESC`,
		);
		const likely = engagements.filter(({ status }) => FROM[what]?.includes(status));
		const engagement = pick(c % 10 < 8 && likely.length > 0 ? likely : engagements, a);
		const sme = pick(smes, a)?.id;
		const key = `clientMutationId: "any-${c % 3 === 0 ? c % 20 : `fresh-${serial++}`}"`;
		const moved = (name: string, more = "") =>
			engagement &&
			`${name}(id: "${engagement.id}", revision: ${engagement.revision} ${more}) { id }`;
		switch (what) {
			case "register":
				return `registerSme(input: { ${key}, name: "Any ${b % 6}", createAnyway: true }) { sme { id } }`;
			case "log":
				return `logEngagement(input: { ${key}, smeId: "${sme}", kind: EVENT, startedOn: "${pick(DAYS, b)}", late: ${c % 4 === 0}, reason: "any" }) { id }`;
			case "amend":
				return (
					engagement &&
					`amendEngagement(input: { id: "${engagement.id}", revision: ${engagement.revision}, startedOn: "${pick(DAYS, b)}", ${c % 4 === 0 ? `smeId: "${pick(smes, c)?.id}",` : ""} late: ${c % 2 === 0}, reason: "any" }) { id }`
				);
			case "submit":
				return moved("submitEngagement");
			case "approve":
				return moved("approveEngagement", 'reason: "any"');
			case "return":
				return moved("returnEngagement", 'reason: "any"');
			case "void":
				return moved("voidEngagement", 'reason: "any"');
			case "withdraw":
				return moved("withdrawSubmission");
			case "discard":
				return moved("discardDraft");
			case "report":
				return (
					engagement &&
					`reportOutcome(input: { ${key}, smeId: "${c % 10 < 8 ? engagement.sme_id : sme}", windowStart: "2022-0${1 + (b % 9)}", windowEnd: "2022-12", covers: ["${engagement.id}"], claims: [{ metric: NEW_SALES, value: ${b}, currency: "USD" }] }) { id }`
				);
			case "review": {
				const outcomes = await rowsOf<Known>(sql`SELECT id, revision FROM outcomes ORDER BY id`);
				const outcome = pick(outcomes, a);
				const to = pick(["VERIFIED", "DISPUTED", "WITHDRAWN", "CENTER_CHECKED"], b);
				return (
					outcome &&
					`reviewOutcome(id: "${outcome.id}", revision: ${outcome.revision}, verification: ${to}, reason: "any") { id }`
				);
			}
			case "merge":
				return `mergeSmes(keep: "${sme}", merge: "${pick(smes, b)?.id}", revision: ${pick(smes, b)?.revision}, reason: "any") { id }`;
			case "unmerge": {
				const merged = smes.filter((one) => one.merged_into !== null);
				return merged.length > 0
					? `unmergeSme(id: "${pick(merged, a)?.id}", reason: "any") { id }`
					: undefined;
			}
			default:
				return `reportQuarter(centerId: "ga-mep", ${pick(QUARTERS, a)}, leaveDrafts: true) { id }`;
		}
	}

	async function take(one: Step): Promise<void> {
		const viewer = ROLES[one.role] as Actor;
		if (one.what === "import") {
			const rows = [one.a, one.b].map((at, index) =>
				[
					`any-${(at + index) % 12}`,
					`Any ${at % 6}`,
					"EVENT",
					pick(DAYS, one.c + index),
					one.c % 2 ? String(at) : "",
					one.c % 5 === 0 ? "late" : "",
					"ga-mep",
					"https://example.org/any",
				].join(","),
			);
			const header =
				"id,sme_name,service_kind,date,new_sales_usd,late_reason,mep_center_id,source_url";
			const { batchId } = await importer.rows(viewer, header, rows);
			batches.push(batchId);
			return;
		}
		const undoing = one.what === "undo" ? pick(batches, one.a) : undefined;
		const mutation =
			one.what === "undo"
				? undoing && `undoImport(id: "${undoing}", reason: "any") { voided }`
				: await mutationOf(one);
		if (!mutation) return;
		for (const [message, code] of await hub.refusals(`mutation { ${mutation} }`, {}, viewer))
			expect(CLIENT_CODES, `${mutation}: ${message}`).toContain(code);
	}

	return take;
}
