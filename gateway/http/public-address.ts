import type { IncomingMessage } from "node:http";
import type { HttpConfig } from "../../shared/config-http.ts";
import type { Log } from "../../shared/log.ts";

/** The hub's URL for clients, never derived from the Host header, which clients can forge. */
export type PublicAddress = {
	/** Prefix of every route: "/hub", or "" at the root. */
	basePath: string;
	/** The hub's URL with its base path; available once the hub listens. */
	url(): string;
	/** Sets the address that the hub listens on. */
	setListening(url: string): void;
};

const LOOPBACK = /^(127\.|::1$|localhost$)/;

export function publicAddress({ publicUrl, host }: HttpConfig, log: Log): PublicAddress {
	let listeningUrl = "";
	if (!publicUrl && !LOOPBACK.test(host))
		log.warn(
			{ host },
			"HUB_PUBLIC_URL is not set: links in the catalogue work on this machine only",
		);
	return {
		basePath: publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, "") : "",
		url: () => publicUrl ?? listeningUrl,
		setListening(url) {
			listeningUrl = url;
		},
	};
}

/** Removes the base path from a request's path, so that it works whether or not a proxy has removed it. */
export function withoutBasePath(basePath: string) {
	return ({ url = "/" }: IncomingMessage): string => {
		if (basePath === "" || !url.startsWith(basePath)) return url;
		const rest = url.slice(basePath.length);
		if (rest.startsWith("/")) return rest;
		return rest === "" || rest.startsWith("?") ? `/${rest}` : url;
	};
}
