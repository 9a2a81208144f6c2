import ipaddr from "ipaddr.js";

/** Names of this machine, which partners may use outside of production. */
export const LOCAL_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Why an address may not be reached, or undefined. Loopback is let pass only where `loopback` says so. */
export function addressFault(address: string, loopback: boolean): string | undefined {
	if (!ipaddr.isValid(address)) return `${address} is no address`;
	const range = ipaddr.process(address).range();
	if (range === "unicast" || (range === "loopback" && loopback)) return undefined;
	return `${address} is not a public address (${range})`;
}

/**
 * The parsed URL of a partner. Throws an Error where its scheme, its host or a literal address in it is refused;
 * what a name resolves to is checked when connecting. `hosts`: "api.example.org" or "127.0.0.1:4010".
 */
export function checkedUrl(text: string, hosts: readonly string[], production: boolean): URL {
	if (!URL.canParse(text)) throw new Error(`"${text}" is not a URL`);
	const url = new URL(text);
	const local = !production && LOCAL_NAMES.has(url.hostname);
	if (url.protocol !== "https:" && !(url.protocol === "http:" && local))
		throw new Error(`${url.origin} is not https`);
	if (url.username || url.password) throw new Error("the URL carries a user or password");
	if (!local && !hosts.includes(url.host) && !hosts.includes(url.hostname))
		throw new Error(`${url.host} is not one of the partner's registered hosts`);
	const literal = url.hostname.replace(/^\[|\]$/g, "");
	if (ipaddr.isValid(literal)) {
		const fault = addressFault(literal, local);
		if (fault) throw new Error(fault);
	}
	return url;
}
