import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { addressFault, LOCAL_NAMES } from "../../../shared/partner-address.ts";

type Address = { address: string; family: number };

/** Resolves a host name to all its addresses. */
export type Resolve = (hostname: string) => Promise<Address[]>;

export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * A connection's DNS lookup: it resolves once, checks the addresses and connects to exactly these, which prevents DNS
 * rebinding. One forbidden address rejects the host name.
 */
export function guardedLookup(resolve: Resolve, production: boolean): LookupFunction {
	return (hostname, options, callback) => {
		const loopback = !production && LOCAL_NAMES.has(hostname);
		resolve(hostname).then(
			(found) => {
				const fault = found.map(({ address }) => addressFault(address, loopback)).find(Boolean);
				const [first] = found;
				if (fault || !first) {
					const reason = fault ?? "it has no address";
					callback(new Error(`${hostname} is refused: ${reason}`), "", 0);
				} else if (options.all) callback(null, found);
				else callback(null, first.address, first.family);
			},
			(error: NodeJS.ErrnoException) => callback(error, "", 0),
		);
	};
}
