import type { ServiceKind } from "../graphql/graphql.ts";

/** The kinds of service in the order in which they are listed. */
export const KINDS = [
	"FACILITY_ACCESS",
	"TRAINING",
	"TECH_TRANSFER",
	"ASSISTANCE",
	"REFERRAL",
	"EVENT",
] as const satisfies readonly ServiceKind[];

/** The token of a kind's colour. */
export function colorOf(kind: ServiceKind): string {
	return `--kind-${kind.toLowerCase().replaceAll("_", "-")}`;
}

/** The shape that tells a kind without its colour, in a square of 12. */
export const SHAPES: Record<ServiceKind, string> = {
	FACILITY_ACCESS: "M1 1h10v10H1z",
	TRAINING: "M6 0.5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 0.5z",
	TECH_TRANSFER: "M6 0L12 6L6 12L0 6z",
	ASSISTANCE: "M6 0.5L12 11.5H0z",
	REFERRAL: "M0 0.5H12L6 11.5z",
	EVENT: "M4 0h4v4h4v4H8v4H4V8H0V4h4z",
};
