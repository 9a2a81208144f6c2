import type { RevisionFieldsFragment } from "../graphql/graphql.ts";
import type { Words } from "../words/use-words.ts";

export type FieldChange = RevisionFieldsFragment["changes"][number];

/** Fields that say the same as others, or nothing to a reader. */
const UNSAID = new Set(["id", "logged_sme_id", "synthetic"]);
const FLAGS = new Set(["fee_paid", "larger_group", "late", "removed"]);
const DAYS = new Set([
	"started_on",
	"ended_on",
	"seen_on",
	"window_start",
	"window_end",
	"read_on",
]);
const MOMENTS = new Set(["reported_at", "closed_at"]);
/** Fields whose values the catalogues name. */
const NAMED = new Set([
	"status",
	"visibility",
	"entitlement",
	"instrument",
	"practice",
	"verification",
	"role",
]);

type Claim = { metric: string; value: number; currency?: string | null; qualifier?: string | null };
type Identifier = { scheme: string; value: string };

/** Day and time of an ISO 8601 moment, in UTC. */
export const momentText = (t: Words, at: string) =>
	new Intl.DateTimeFormat(t.language, {
		dateStyle: "medium",
		timeStyle: "short",
		hourCycle: "h23",
		timeZone: "UTC",
	}).format(Date.parse(at));

function parsed<T>(value: string): T[] | undefined {
	try {
		const found: unknown = JSON.parse(value);
		return Array.isArray(found) ? found : undefined;
	} catch {
		return undefined;
	}
}

const claimText = (t: Words, { metric, value, currency, qualifier }: Claim) =>
	t("changes.claim", {
		metric: t.maybe(`changes.metric.${metric}`, metric),
		value: [qualifier, t.value(value, currency)].filter(Boolean).join(" "),
	});

function listText(t: Words, field: string, value: string): string | undefined {
	const separator = t.language === "zh" ? "、" : ", ";
	if (field === "claims")
		return parsed<Claim>(value)
			?.map((claim) => claimText(t, claim))
			.join(separator);
	if (field === "identifiers")
		return parsed<Identifier>(value)
			?.map((one) => `${one.scheme} ${one.value}`)
			.join(separator);
	return undefined;
}

/** Whether a stored text means yes; databases store flags as true or 1. */
const isYes = (value: string) => value === "true" || value === "1";

/** The value of a stored field in the words of the page. */
export function valueText(t: Words, field: string, value: string): string {
	if (FLAGS.has(field)) return t(isYes(value) ? "changes.yes" : "changes.no");
	if (DAYS.has(field)) return t.date(value);
	if (MOMENTS.has(field)) return momentText(t, value);
	if (field === "kind") return t.maybe(`kind.${value}`, value);
	if (field === "state") return t.maybe(`state.${value}`, value.replace(/^US-/, ""));
	if (NAMED.has(field)) return t.maybe(`changes.${field}.${value}`, value);
	return listText(t, field, value) ?? value;
}

/** Name of a stored field. */
export const fieldText = (t: Words, field: string) =>
	t.maybe(`changes.field.${field}`, field.replaceAll("_", " "));

const isSaid = ({ field, before, after }: FieldChange) =>
	!UNSAID.has(field) &&
	// A flag that a new record does not have.
	!(FLAGS.has(field) && before === null && !(after && isYes(after)));

/** What is shown of a revision's changes. */
export const saidChanges = (changes: readonly FieldChange[]) => changes.filter(isSaid);
