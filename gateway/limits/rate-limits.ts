import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import type { ByRole } from "../../shared/limits/variables.ts";
import type { Role, Viewer } from "../../shared/viewer/viewer.ts";

const WINDOW_S = 60;
/** A household or office usually has a network of this size, with any number of addresses. */
const IPV6_NETWORK_BITS = 64;
const MOST_ADDRESSES = 10_000;

/** Usage of one caller in the current minute. */
export type Account = {
	/** Counts one request. Throws RATE_LIMITED. */
	request(): Promise<void>;
	/** Counts an operation's cost. Throws RATE_LIMITED; rejected operations are not counted. */
	charge(cost: number): Promise<void>;
	/** The headers `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers). */
	headers(): Record<string, string>;
};

function networkOf(address: string): string {
	const parsed = ipaddr.isValid(address) ? ipaddr.process(address) : undefined;
	if (parsed?.kind() !== "ipv6") return parsed?.toString() ?? address;
	return ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/${IPV6_NETWORK_BITS}`).toString();
}

/** What was found out about the addresses that were seen lately. */
function byAddress<T extends string | boolean>(find: (address: string) => T) {
	const known = new LRUCache<string, T>({ max: MOST_ADDRESSES });
	return (address: string): T => {
		const before = known.get(address);
		if (before !== undefined) return before;
		const found = find(address);
		known.set(address, found);
		return found;
	};
}

const knownNetworkOf = byAddress(networkOf);

/** The key of a rate limit: the subject of a token, otherwise the address, or the network of an IPv6 address. */
export function rateKeyOf(viewer: Viewer, address: string): string {
	return viewer.role === "PUBLIC" ? knownNetworkOf(address) : `${viewer.role} ${viewer.subject}`;
}

function exemptBy(networks: readonly string[]): (address: string) => boolean {
	const parsed = networks.map((network) => {
		if (!ipaddr.isValidCIDR(network))
			throw new Error(`HUB_RATE_EXEMPT: "${network}" is not a network such as 10.0.0.0/8`);
		return ipaddr.parseCIDR(network);
	});
	return byAddress((address) => {
		if (!ipaddr.isValid(address)) return false;
		const parsedAddress = ipaddr.process(address);
		return parsed.some(
			(network) => parsedAddress.kind() === network[0].kind() && parsedAddress.match(network),
		);
	});
}

type Policy = { name: string; what: string; limit: ByRole; limiter(role: Role): RateLimiterMemory };

function policy(name: string, what: string, limit: ByRole): Policy {
	const limiters = new Map<number, RateLimiterMemory>();
	return {
		name,
		what,
		limit,
		limiter(role) {
			const points = limit[role];
			const found = limiters.get(points) ?? new RateLimiterMemory({ points, duration: WINDOW_S });
			limiters.set(points, found);
			return found;
		},
	};
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** Counts requests and costs by caller and minute, in this process. */
export function rateLimits(limits: Pick<Limits, "rateRequests" | "rateCost" | "rateExempt">) {
	const requests = policy("requests", "requests", limits.rateRequests);
	const costs = policy("cost", "units of cost", limits.rateCost);
	const isExempt = exemptBy(limits.rateExempt);

	return {
		/** The account of a caller; undefined for exempt addresses. */
		accountOf(viewer: Viewer, address: string): Account | undefined {
			if (isExempt(address)) return undefined;
			const { role } = viewer;
			const key = rateKeyOf(viewer, address);
			const results = new Map<Policy, RateLimiterRes>();

			async function consume(from: Policy, points: number): Promise<void> {
				const limiter = from.limiter(role);
				try {
					results.set(from, await limiter.consume(key, points));
				} catch (error) {
					if (!(error instanceof RateLimiterRes)) throw error;
					results.set(from, from === costs ? await limiter.reward(key, points) : error);
					const seconds = secondsOf(error);
					throw new HubError(
						"RATE_LIMITED",
						`The limit is ${from.limit[role].toLocaleString("en-US")} ${from.what} per minute; try again in ${seconds} s`,
						{ http: { status: 429, headers: new Map([["retry-after", String(seconds)]]) } },
					);
				}
			}

			return {
				request: () => consume(requests, 1),
				charge: (cost) => consume(costs, Math.ceil(cost)),
				headers() {
					const policies = [...results.keys()];
					return {
						"ratelimit-policy": policies
							.map(({ name, limit }) => `"${name}";q=${limit[role]};w=${WINDOW_S}`)
							.join(", "),
						ratelimit: [...results]
							.map(([{ name }, res]) => `"${name}";r=${res.remainingPoints};t=${secondsOf(res)}`)
							.join(", "),
					};
				},
			};
		},
	};
}
