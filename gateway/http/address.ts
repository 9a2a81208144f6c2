import type { IncomingMessage } from "node:http";
import type { HttpConfig } from "../../shared/config-http.ts";
import type { Log } from "../../shared/log.ts";

/** Where clients find the hub; the Host header of a request, which anybody may write, has no part in it. */
export type PublicAddress = {
	/** Path before that of every route: "/hub", or "" at the root. */
	basePath: string;
	/** The hub's address with its base path. Known when the hub listens. */
	url(): string;
	/** Tells the address that the hub listens on. */
	listening(url: string): void;
};

const LOOPBACK = /^(127\.|::1$|localhost$)/;

export function publicAddress({ publicUrl, host }: HttpConfig, log: Log): PublicAddress {
	let own = "";
	if (!publicUrl && !LOOPBACK.test(host))
		log.warn(
			{ host },
			"HUB_PUBLIC_URL is not set: links in the catalogue lead to this machine only",
		);
	return {
		basePath: publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, "") : "",
		url: () => publicUrl ?? own,
		listening(url) {
			own = url;
		},
	};
}

/** Takes the base path from a request's path, so that proxies may leave it there or take it off themselves. */
export function withoutBasePath(basePath: string) {
	return ({ url = "/" }: IncomingMessage): string => {
		if (basePath === "" || !url.startsWith(basePath)) return url;
		const rest = url.slice(basePath.length);
		if (rest.startsWith("/")) return rest;
		return rest === "" || rest.startsWith("?") ? `/${rest}` : url;
	};
}
