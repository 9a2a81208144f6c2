import ipaddr from "ipaddr.js";
import { z } from "zod";

const A_YEAR_S = 31_536_000;

const words = (text: string) =>
	text
		.split(",")
		.map((word) => word.trim())
		.filter((word) => word !== "");

/** Names that may be written in place of a network. */
const RANGES = ["loopback", "linklocal", "uniquelocal"];

const isNetwork = (word: string) =>
	RANGES.includes(word) || ipaddr.isValid(word) || ipaddr.isValidCIDR(word);

const isHost = (text: string) =>
	ipaddr.isValid(text) || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text);

const isOrigin = (word: string) =>
	word === "*" || (URL.canParse(word) && new URL(word).origin === word);

const isPublic = (text: string) => {
	if (!URL.canParse(text)) return false;
	const { protocol, search, hash, username } = new URL(text);
	return /^https?:$/.test(protocol) && search + hash + username === "";
};

/** Words separated by commas, each of which must be as `expected` says. */
const listOf = (isRight: (word: string) => boolean, expected: string) =>
	z
		.string()
		.transform(words)
		.superRefine((list, ctx) => {
			for (const word of list)
				if (!isRight(word))
					ctx.addIssue({ code: "custom", message: `"${word}" is not ${expected}` });
		});

/** An address to listen on, or the name of one. */
export const host = z
	.string()
	// As an address of IPv6 is written in URLs.
	.transform((text) => text.replace(/^\[(.*)\]$/, "$1"))
	.refine(isHost, "is not an address such as 127.0.0.1, 0.0.0.0, ::1 or ::, or the name of one");

export const isWebAddress = (text: string) =>
	URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** An address of the web. */
export const webAddress = (example: string) =>
	z.string().refine(isWebAddress, `is not an address such as ${example}`);

/** The variables that say how the hub is reached. */
export const HTTP_VARIABLES = {
	HUB_HOST: host.optional(),
	HUB_PUBLIC_URL: z
		.string()
		.refine(isPublic, "is not an address such as https://data.example.org/hub")
		.transform((url) => url.replace(/\/+$/, ""))
		.optional(),
	HUB_TRUSTED_PROXIES: listOf(
		isNetwork,
		`an address, a network such as 10.0.0.0/8, or one of ${RANGES.join(", ")}`,
	).default([]),
	HUB_CORS_ORIGINS: listOf(isOrigin, "an origin such as https://example.org, or *").default(["*"]),
	HUB_CACHE_SECONDS: z.coerce.number().int().min(0).max(A_YEAR_S).default(A_YEAR_S),
};

export type HttpConfig = {
	/** Address to listen on. */
	host: string;
	/** Where clients reach the hub, without a slash at the end; absent where it is the address that the hub listens on. */
	publicUrl?: string;
	/** Proxies whose X-Forwarded-For header is trusted. */
	trustedProxies: string[];
	/** Origins whose pages may send a token; "*" allows every page, but without a token. */
	corsOrigins: string[];
	/** How long any answer to a query may be cached at most; 0: not at all. */
	cacheSeconds: number;
};

/** In production the hub listens on every address, in development on loopback only. */
export function httpConfigOf(
	read: z.output<z.ZodObject<typeof HTTP_VARIABLES>>,
	production: boolean,
): HttpConfig {
	return {
		host: read.HUB_HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
		publicUrl: read.HUB_PUBLIC_URL,
		trustedProxies: read.HUB_TRUSTED_PROXIES,
		corsOrigins: read.HUB_CORS_ORIGINS,
		cacheSeconds: read.HUB_CACHE_SECONDS,
	};
}

/** The default: the hub can be reached from its own machine only. */
export const LOCAL_HTTP: HttpConfig = httpConfigOf(z.object(HTTP_VARIABLES).parse({}), false);
