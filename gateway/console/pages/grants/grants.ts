import type { GrantableTypesQuery, GrantListQuery } from "../../graphql/graphql.ts";

export type Grant = GrantListQuery["grants"][number];

export const KINDS = [
	"REQUIRES_FIELD",
	"ROOT_FIELD",
	"OVERRIDE",
	"SHAREABLE",
	"KEY",
	"INTERFACE_OBJECT",
	"USE_ENUM",
] as const;
type Kind = (typeof KINDS)[number];

/** What is typed into the form, as the hub's input names it. */
export type Typed = {
	partnerId: string;
	kind: Kind;
	type: string;
	field: string;
	purpose: string;
	consumer: string;
	/** A day, 2027-06-30; the grant holds until it is over. */
	expires: string;
};

export const NOTHING: Typed = {
	partnerId: "",
	kind: "REQUIRES_FIELD",
	type: "",
	field: "",
	purpose: "",
	consumer: "",
	expires: "",
};

/** The input of the hub's mutation; without a field it is about the whole type. */
export const inputOf = ({ expires, field, ...rest }: Typed) => ({
	...rest,
	field: field.trim() || null,
	expiresAt: expires ? `${expires}T23:59:59.000Z` : null,
});

/** What a grant is about. */
export const aboutOf = ({ type, field }: { type: string; field?: string | null }) =>
	field ? `${type}.${field}` : type;

/** Whether a grant holds, at `now` (ISO 8601 in UTC). */
export function stateOf(
	{ expiresAt, revokedAt }: Pick<Grant, "expiresAt" | "revokedAt">,
	now: string,
): "revoked" | "expired" | "until" | "open" {
	if (revokedAt) return "revoked";
	if (!expiresAt) return "open";
	return expiresAt < now ? "expired" : "until";
}

/** Those that hold first, each group newest first. */
export function inOrder(grants: readonly Grant[], now: string): Grant[] {
	const holds = (grant: Grant) => Number(["until", "open"].includes(stateOf(grant, now)));
	return grants.toSorted(
		(one, other) => holds(other) - holds(one) || (one.grantedAt < other.grantedAt ? 1 : -1),
	);
}

type Types = GrantableTypesQuery["__schema"]["types"];

/** Types of the graph that a grant may name. */
export const namesOf = (types: Types): string[] =>
	types
		.filter(
			({ name, kind }) => !name?.startsWith("__") && ["OBJECT", "INTERFACE", "ENUM"].includes(kind),
		)
		.map(({ name }) => name ?? "")
		.sort();

export const fieldsOf = (types: Types, type: string): string[] =>
	(types.find(({ name }) => name === type)?.fields ?? []).map(({ name }) => name);
