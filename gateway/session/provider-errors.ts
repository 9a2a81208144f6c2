import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";

/** The identity provider did not answer, or not as one. */
export class ProviderDown extends Error {}

/** What a gateway before the provider, a proxy or a broken provider answers. */
const NOT_AN_ANSWER = ["OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_RESPONSE_IS_NOT_JSON"];
const NO_ANSWER = ["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_PARSE_ERROR"];
const SERVER_FAULT = 500;
const TOO_MANY = 429;

/** The OAuth code of an error that the provider answered with, such as "access_denied". */
export function oauthCodeOf(error: unknown): string | undefined {
	const isAnswer =
		error instanceof ResponseBodyError || error instanceof AuthorizationResponseError;
	return isAnswer ? error.error : undefined;
}

/** True if the provider answered, and the answer is no; also if the answer cannot be trusted. */
export function isRefusal(error: unknown): boolean {
	if (error instanceof AuthorizationResponseError) return true;
	if (error instanceof ResponseBodyError)
		return error.status < SERVER_FAULT && error.status !== TOO_MANY;
	return (
		error instanceof ClientError &&
		error.code !== undefined &&
		![...NOT_AN_ANSWER, ...NO_ANSWER].includes(error.code)
	);
}

/** Why it failed, for the log: never the answer itself, which may contain tokens. */
export function reasonOf(error: unknown): string {
	const code = oauthCodeOf(error);
	if (code) return `the identity provider answered "${code.slice(0, 100)}"`;
	if (!(error instanceof Error)) return "unknown";
	const { cause, message } = error as Error & { cause?: { code?: unknown; message?: unknown } };
	const detail = typeof cause?.code === "string" ? cause.code : undefined;
	return [message, (error as { code?: unknown }).code, detail].filter(Boolean).join(", ");
}
