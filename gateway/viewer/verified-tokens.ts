import { hash } from "node:crypto";
import type {
	CryptoKey,
	FlattenedJWSInput,
	JWTHeaderParameters,
	JWTPayload,
	ResolvedKey,
} from "jose";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../../shared/viewer/viewer.ts";

/** Finds the issuer's key for a token; rejects where there is none, or the key set cannot be read. */
export type Keys = (header: JWTHeaderParameters, token?: FlattenedJWSInput) => Promise<CryptoKey>;

/** What a verified token says, and what must still be so for it to count. */
type Verified = {
	viewer: Viewer;
	header: JWTHeaderParameters;
	key: ResolvedKey["key"];
	/** In seconds since 1970. */
	from: number;
	until: number;
};

type Verification = { payload: JWTPayload; protectedHeader: JWTHeaderParameters } & ResolvedKey;

/** Each takes about 600 bytes. */
const MOST_TOKENS = 10_000;

/**
 * Tokens whose signature and claims were verified, by their digest. One counts while its times hold and the issuer's key
 * set still has the very key that verified it: a key set that was read again has other keys, even if they look the same.
 */
export function verifiedTokens(keys: Keys, toleranceS: number) {
	const tokens = new LRUCache<string, Verified>({ max: MOST_TOKENS });
	const digestOf = (token: string) => hash("sha256", token, "base64");
	return {
		/** The viewer of a token that was kept and still counts. Rejects where the key set cannot be read. */
		async find(token: string): Promise<Viewer | undefined> {
			const digest = digestOf(token);
			const found = tokens.get(digest);
			if (!found) return undefined;
			const now = Math.floor(Date.now() / 1000);
			const isTimely = found.from <= now + toleranceS && found.until > now - toleranceS;
			if (isTimely && (await keys(found.header)) === found.key) return found.viewer;
			tokens.delete(digest);
			return undefined;
		},
		keep(token: string, viewer: Viewer, { payload, protectedHeader, key }: Verification): void {
			const { nbf: from = 0, exp: until = 0 } = payload;
			tokens.set(digestOf(token), { viewer, header: protectedHeader, key, from, until });
		},
	};
}
