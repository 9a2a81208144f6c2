import type { FieldFault } from "../../../shared/errors.ts";
import type { Quota } from "../../../shared/registry.ts";
import { algorithmOf } from "../proof/rules.ts";

/** What holds where a HUB_ADMIN set nothing. */
export const DEFAULT_QUOTA: Quota = {
	timeoutMs: 2000,
	concurrency: 20,
	maxBytes: 1_000_000,
	maxDepth: 20,
	requestsPerMinute: 1200,
};

/** Least and most of each bound. */
const QUOTA_RANGE: Record<keyof Quota, [number, number]> = {
	timeoutMs: [50, 10_000],
	concurrency: [1, 200],
	maxBytes: [1000, 10_000_000],
	maxDepth: [3, 100],
	requestsPerMinute: [1, 100_000],
};

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const HOST = /^([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/;
const LONGEST_OVERLAP_HOURS = 24 * 30;

/** A name of lower-case words joined by hyphens, 2 to 40 characters; for partners and subgraphs. */
export function slugFault(path: string, id: string): FieldFault[] {
	if (id.length >= 2 && id.length <= 40 && SLUG.test(id)) return [];
	return [
		{
			path,
			message: `"${id.slice(0, 60)}" is not 2 to 40 lower-case letters, digits and single hyphens that begin with a letter, such as fox-valley`,
		},
	];
}

/** "fox-valley" → "foxValley": what the names of a partner's root fields begin with. */
export function namespaceOf(partnerId: string): string {
	return partnerId.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a root field is in a namespace: the namespace itself, or with a capital, digit or "_" after it. */
export function inNamespace(field: string, namespace: string): boolean {
	return field === namespace || new RegExp(`^${namespace}[A-Z0-9_]`).test(field);
}

/** The namespaces among `taken` that would share names with `namespace`. */
export function overlapping(namespace: string, taken: readonly string[]): string[] {
	return taken.filter((other) => inNamespace(namespace, other) || inNamespace(other, namespace));
}

export function quotaFaults(quota: Partial<Record<keyof Quota, number | null>>): FieldFault[] {
	return Object.entries(QUOTA_RANGE).flatMap(([name, [least, most]]) => {
		const value = quota[name as keyof Quota];
		if (value === undefined || value === null || (value >= least && value <= most)) return [];
		return [
			{
				path: `quota.${name}`,
				message: `${value} is out of range; ${least} to ${most} are possible`,
			},
		];
	});
}

export function contactFaults(contacts: ReadonlyArray<{ email: string }>): FieldFault[] {
	if (contacts.length === 0)
		return [{ path: "contacts", message: "is empty; name at least one person to write to" }];
	return contacts.flatMap(({ email }, index) =>
		EMAIL.test(email) && email.length <= 200
			? []
			: [{ path: `contacts.${index}.email`, message: `"${email}" is not an e-mail address` }],
	);
}

export function hostFaults(hosts: readonly string[]): FieldFault[] {
	return hosts.flatMap((host, index) =>
		HOST.test(host)
			? []
			: [
					{
						path: `hosts.${index}`,
						message: `"${host}" is not a host in lower case such as api.example.org or api.example.org:8443`,
					},
				],
	);
}

/** A public key that proofs can be checked with; a private one is refused, since it is not the hub's to know. */
export function keyFaults(path: string, jwk: Record<string, unknown>): FieldFault[] {
	if ("d" in jwk)
		return [{ path, message: "is a private key; send its public part, without the member d" }];
	if (algorithmOf(jwk)) return [];
	return [{ path, message: "is neither an Ed25519 (OKP) nor a P-256 (EC) JSON Web Key" }];
}

export function overlapFaults(hours: number): FieldFault[] {
	if (hours >= 0 && hours <= LONGEST_OVERLAP_HOURS) return [];
	return [
		{
			path: "overlapHours",
			message: `${hours} is out of range; 0 to ${LONGEST_OVERLAP_HOURS} hours are possible`,
		},
	];
}

/** When the keys before a new one end, ISO 8601: after the overlap, or when they end anyway. */
export function endOfOld(now: Date, overlapHours: number, before: string | null): string {
	const end = new Date(now.getTime() + overlapHours * 3_600_000).toISOString();
	return before !== null && before < end ? before : end;
}

/** The hub's bounds with what was set for a partner. */
export function quotaOf(set: Partial<Record<keyof Quota, number | null>>): Quota {
	const given = Object.entries(set).filter(([, value]) => value !== null && value !== undefined);
	return { ...DEFAULT_QUOTA, ...Object.fromEntries(given) };
}
