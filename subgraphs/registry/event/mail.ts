import type { EventKind, Happening } from "./rules.ts";

export type Mail = { subject: string; text: string };

const day = (time = "") => `${time.slice(0, 16).replace("T", " ")} UTC`;

const whatOf = ({ subgraph, version, partnerId }: Happening) =>
	subgraph === null
		? `the partner "${partnerId}"`
		: `"${subgraph}"${version === null ? "" : ` version ${version}`}`;

const why = ({ detail }: Happening) => (detail.reason ? `\nReason: ${detail.reason}` : "");

function servedNow({ subgraph, detail }: Happening): string {
	if (subgraph === null || detail.active === undefined) return "";
	return detail.active === null
		? `\nNo version of "${subgraph}" is active now.`
		: `\nVersion ${detail.active} is active now.`;
}

const typesOf = ({ detail: { types = [] } }: Happening) => types.join(", ");

function cause({ detail: { because } }: Happening): string {
	if (!because) return "";
	return `\nCause: ${because.action} of ${because.subgraph ?? because.partnerId}`;
}

function firstAsked({ detail: { canary } }: Happening): string {
	if (!canary) return "everybody";
	return canary.consumers.length > 0 ? canary.consumers.join(", ") : `${canary.share} % of callers`;
}

function grantOf({ detail: { grant } }: Happening): string {
	if (!grant) return "a grant";
	const on = grant.field === null ? grant.type : `${grant.type}.${grant.field}`;
	return `the grant ${grant.kind} on ${on}`;
}

/** Subject, and what follows "When …, by …" of the text. */
const WORDS: Record<EventKind, (happening: Happening) => [subject: string, text: string]> = {
	PUBLISHED: (it) => [
		`${whatOf(it)} was published`,
		`${whatOf(it)} passed its checks and is kept. It is not served until it is activated.`,
	],
	CANARY_BEGUN: (it) => [
		`${whatOf(it)} is served as a canary`,
		`${whatOf(it)} is served to ${firstAsked(it)} and watched. It becomes active when it holds, and is rolled back when it fails.`,
	],
	PROMOTED: (it) => [
		`${whatOf(it)} is active`,
		`The canary of ${whatOf(it)} has held. It is served to everybody now.`,
	],
	ROLLED_BACK: (it) => [
		`${whatOf(it)} was rolled back`,
		`${whatOf(it)} was rolled back.${servedNow(it)}${why(it)}\nCorrect it and publish a new version, or activate this one again.`,
	],
	SUSPENDED: (it) => [
		`${whatOf(it)} was suspended`,
		`Nothing of ${whatOf(it)} is served until it is resumed.${why(it)}`,
	],
	RESUMED: (it) => [
		`${whatOf(it)} is served again`,
		`The suspension of ${whatOf(it)} has ended.${servedNow(it)}${why(it)}`,
	],
	WAITING: (it) => [
		`${whatOf(it)} waits for another partner`,
		`${whatOf(it)} extends types that are not served now, and is not served without them: ${typesOf(it)}.${cause(it)}\nIt returns by itself when they do.`,
	],
	RETURNED: (it) => [
		`${whatOf(it)} has returned`,
		`The types that ${whatOf(it)} extends are served again, and so is it: ${typesOf(it)}.${cause(it)}`,
	],
	KEY_EXPIRING: (it) => [
		`A key of "${it.partnerId}" ends on ${day(it.detail.expiresAt)}`,
		`The key ${it.detail.kid} ends on ${day(it.detail.expiresAt)}. Sign with a newer key from then on; "partner rotate-key" registers one while this key is still good.`,
	],
	GRANT_MADE: (it) => [
		`"${it.partnerId}" was given ${grantOf(it)}`,
		`"${it.partnerId}" was given ${grantOf(it)}${it.detail.expiresAt ? `, until ${day(it.detail.expiresAt)}` : ""}.`,
	],
	GRANT_ENDING: (it) => [
		`${grantOf(it)} ends on ${day(it.detail.expiresAt)}`,
		`${grantOf(it)} ends on ${day(it.detail.expiresAt)}. Fields that need it are left out of answers from then on. Ask the hub's program office for a new one.`,
	],
	GRANT_REVOKED: (it) => [
		`${grantOf(it)} was revoked`,
		`${grantOf(it)} was revoked and no longer holds. Fields that need it are left out of answers.${why(it)}`,
	],
	BREAKING_CHANGE_AHEAD: (it) => {
		const { publisher, fields = [], change } = it.detail;
		const list = fields.map((field) => `  ${field}`).join("\n");
		return [
			`${publisher} plans a change of fields that you use`,
			change === "DEPRECATED"
				? `${publisher} published ${whatOf(it)} with these fields deprecated, which your queries of the last 60 days asked:\n${list}\nThey may be removed once nobody asks them. Change your queries.`
				: `${publisher} checked a version of "${it.subgraph}" that changes or removes these fields, which your queries of the last 60 days asked:\n${list}\nThe hub refuses it as long as they are asked. Talk to ${publisher}, or change your queries.`,
		];
	},
};

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** An event in words, ready to be mailed. */
export function mailOf(happening: Happening): Mail {
	const [subject, text] = WORDS[happening.kind](happening);
	const { actor } = happening.detail;
	const by = actor ? `, by ${actor}` : "";
	return {
		subject: `[Throughline] ${sentence(subject)}`.slice(0, 200),
		text: `${sentence(text)}\n\nWhen: ${day(happening.at)}${by}\n`,
	};
}
