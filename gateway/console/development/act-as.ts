import { post, sessionChanged, signOut } from "../session/session.ts";
import { claimsOf, type RoleChoice } from "./roles.ts";

/** Shows the console as a role sees it from now on. Throws if the hub refuses. */
export async function actAs(choice: RoleChoice): Promise<void> {
	const claims = claimsOf(choice);
	if (!claims) return signOut(true);
	await post("session/development", claims);
	await sessionChanged();
}
