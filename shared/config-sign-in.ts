import { z } from "zod";
import type { ReportFault } from "./config-faults.ts";

const A_MONTH_H = 720;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const isHttp = (text: string) =>
	URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !new URL(text).search;

/** "name=value,…", parameters of requests to the identity provider. */
const parameters = z
	.string()
	.default("")
	.transform((text, ctx) => {
		const pairs = text.split(",").filter((pair) => pair.trim() !== "");
		return Object.fromEntries(
			pairs.map((pair) => {
				const [name, value] = pair.split(/=(.*)/s).map((part) => part.trim());
				if (!name || !value)
					ctx.addIssue({ code: "custom", message: `"${pair}" is not name=value` });
				return [name, value ?? ""];
			}),
		);
	});

/** The variables of the console's sign-in, and of the claims of access tokens. */
export const SIGN_IN_VARIABLES = {
	HUB_OIDC_ISSUER: z
		.string()
		.refine(isHttp, "is not an address such as https://login.example.org/realm")
		.optional(),
	HUB_OIDC_CLIENT_ID: z.string().min(1).optional(),
	HUB_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
	HUB_OIDC_SCOPES: z
		.string()
		.regex(/^(\S+ )*openid( \S+)*$/, 'is not a list such as "openid profile", with openid in it')
		.default("openid profile offline_access"),
	HUB_OIDC_PARAMETERS: parameters,
	HUB_SESSION_HOURS: z.coerce.number().int().min(1).max(A_MONTH_H).default(12),
	HUB_CLAIM_ROLE: z.string().min(1).default("role"),
	HUB_CLAIM_CENTER: z.string().min(1).default("center"),
	HUB_CLAIM_ORGANIZATION: z.string().min(1).default("organization"),
};

type Read = z.output<z.ZodObject<typeof SIGN_IN_VARIABLES>>;

/** The identity provider at which people sign in to the console. */
export type SignInConfig = {
	/** Its address; what it offers is read from there. */
	issuer: string;
	clientId: string;
	clientSecretFile: string;
	/** What is asked of it, separated by spaces. */
	scopes: string;
	/** Further parameters of requests to it. */
	parameters: Record<string, string>;
};

/** The names of the claims of an access token that say who a viewer is. */
export type ClaimNames = { role: string; center: string; organization: string };

export function claimNamesOf(read: Read): ClaimNames {
	return {
		role: read.HUB_CLAIM_ROLE,
		center: read.HUB_CLAIM_CENTER,
		organization: read.HUB_CLAIM_ORGANIZATION,
	};
}

/** What the sign-in depends on beside its own variables. */
type Around = {
	/** Whether the hub can verify the access tokens that a sign-in gets. */
	hasIssuer: boolean;
	production: boolean;
};

function reportUnsafe(
	read: { HUB_PUBLIC_URL?: string },
	issuer: string,
	{ hasIssuer, production }: Around,
	report: ReportFault,
): void {
	if (!hasIssuer)
		report(
			"HUB_ISSUER, HUB_AUDIENCE, HUB_JWKS_URL or HUB_JWKS_FILE",
			"is missing; sign-in (HUB_OIDC_ISSUER) needs them to verify the access tokens that it gets",
		);
	const { protocol, hostname } = new URL(issuer);
	if (protocol !== "https:" && (production || !LOOPBACK.test(hostname)))
		report(
			"HUB_OIDC_ISSUER",
			"must begin with https://, as tokens come from there; http:// is for a provider on this machine, in development",
		);
	if (production && !read.HUB_PUBLIC_URL?.startsWith("https:"))
		report(
			"HUB_PUBLIC_URL",
			"must be set and begin with https://; the identity provider leads back to it, and the session's cookie is sent over HTTPS only",
		);
}

/** The sign-in; undefined if none is configured, or a part is missing, which is reported. */
export function signInConfigOf(
	read: Read & { HUB_PUBLIC_URL?: string },
	around: Around,
	report: ReportFault,
): SignInConfig | undefined {
	const { HUB_OIDC_ISSUER: issuer, HUB_OIDC_CLIENT_ID: clientId } = read;
	const { HUB_OIDC_CLIENT_SECRET_FILE: clientSecretFile } = read;
	const needed = {
		HUB_OIDC_ISSUER: issuer,
		HUB_OIDC_CLIENT_ID: clientId,
		HUB_OIDC_CLIENT_SECRET_FILE: clientSecretFile,
	};
	const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
	if (missing.length === Object.keys(needed).length) return undefined;
	if (missing.length > 0)
		report(
			missing.join(", "),
			`is missing; sign-in needs ${Object.keys(needed).join(", ")}, or none of them`,
		);
	if (issuer) reportUnsafe(read, issuer, around, report);
	if (!issuer || !clientId || !clientSecretFile) return undefined;
	return {
		issuer,
		clientId,
		clientSecretFile,
		scopes: read.HUB_OIDC_SCOPES,
		parameters: read.HUB_OIDC_PARAMETERS,
	};
}
