import { lazy, Suspense, useState } from "react";
import { keepsDrafts } from "../session/last-viewer.ts";
import { signOut } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import { useWords } from "../words/use-words.ts";

const SignOutDialog = lazy(() => import("./SignOutDialog.tsx"));

/** The way out, which asks first if the hub does not have everything yet. */
export function SignOut({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const [unsent, setUnsent] = useState(0);
	async function leave() {
		// Others keep nothing on the device.
		if (!keepsDrafts(viewer)) return signOut();
		const device = await import("../offline/leave.ts");
		const count = await device.countUnsent(viewer).catch(() => 0);
		if (count > 0) setUnsent(count);
		else await device.leave(viewer, false);
	}
	return (
		<>
			<button type="button" className="action" onClick={() => void leave()}>
				{t("session.sign-out")}
			</button>
			<Suspense>
				{unsent > 0 && (
					<SignOutDialog viewer={viewer} count={unsent} onClose={() => setUnsent(0)} />
				)}
			</Suspense>
		</>
	);
}
