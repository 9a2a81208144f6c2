import ipaddr from "ipaddr.js";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import type { ByRole } from "../../shared/limits/variables.ts";
import type { Role, Viewer } from "../../shared/viewer/viewer.ts";

const WINDOW_S = 60;
/** One household or office has a network of this many bits, and any number of addresses in it. */
const IPV6_NETWORK_BITS = 64;

/** What one caller has asked within the current minute. */
export type Account = {
	/** Counts one request. Throws RATE_LIMITED. */
	request(): Promise<void>;
	/** Counts an operation's cost. Throws RATE_LIMITED; what is refused is not counted. */
	charge(cost: number): Promise<void>;
	/** `RateLimit` and `RateLimit-Policy`, as the draft of the IETF's working group on HTTP APIs has them. */
	headers(): Record<string, string>;
};

/** Who is counted together: a person of a token, otherwise an address, or the network of an IPv6 address. */
export function rateKeyOf(viewer: Viewer, address: string): string {
	if (viewer.role !== "PUBLIC") return `${viewer.role} ${viewer.subject}`;
	const parsed = ipaddr.isValid(address) ? ipaddr.process(address) : undefined;
	if (parsed?.kind() !== "ipv6") return parsed?.toString() ?? address;
	return ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/${IPV6_NETWORK_BITS}`).toString();
}

function exemptBy(networks: readonly string[]): (address: string) => boolean {
	const parsed = networks.map((network) => {
		if (!ipaddr.isValidCIDR(network))
			throw new Error(`HUB_RATE_EXEMPT: "${network}" is no network such as 10.0.0.0/8`);
		return ipaddr.parseCIDR(network);
	});
	return (address) => {
		if (!ipaddr.isValid(address)) return false;
		const own = ipaddr.process(address);
		return parsed.some((network) => own.kind() === network[0].kind() && own.match(network));
	};
}

type Policy = { name: string; what: string; most: ByRole; limiter(role: Role): RateLimiterMemory };

function policy(name: string, what: string, most: ByRole): Policy {
	const made = new Map<number, RateLimiterMemory>();
	return {
		name,
		what,
		most,
		limiter(role) {
			const points = most[role];
			const found = made.get(points) ?? new RateLimiterMemory({ points, duration: WINDOW_S });
			made.set(points, found);
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
		/** The account of whoever asks; undefined where requests from there are not counted. */
		accountOf(viewer: Viewer, address: string): Account | undefined {
			if (isExempt(address)) return undefined;
			const { role } = viewer;
			const key = rateKeyOf(viewer, address);
			const left = new Map<Policy, RateLimiterRes>();

			async function take(from: Policy, points: number): Promise<void> {
				const limiter = from.limiter(role);
				try {
					left.set(from, await limiter.consume(key, points));
				} catch (error) {
					if (!(error instanceof RateLimiterRes)) throw error;
					left.set(from, from === costs ? await limiter.reward(key, points) : error);
					const seconds = secondsOf(error);
					throw new HubError(
						"RATE_LIMITED",
						`You may ask ${from.most[role].toLocaleString("en-US")} ${from.what} a minute; ask again in ${seconds} s`,
						{ http: { status: 429, headers: new Map([["retry-after", String(seconds)]]) } },
					);
				}
			}

			return {
				request: () => take(requests, 1),
				charge: (cost) => take(costs, Math.ceil(cost)),
				headers() {
					const policies = [...left.keys()];
					return {
						"ratelimit-policy": policies
							.map(({ name, most }) => `"${name}";q=${most[role]};w=${WINDOW_S}`)
							.join(", "),
						ratelimit: [...left]
							.map(([{ name }, res]) => `"${name}";r=${res.remainingPoints};t=${secondsOf(res)}`)
							.join(", "),
					};
				},
			};
		},
	};
}
