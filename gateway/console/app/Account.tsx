import { lazy, Suspense } from "react";
import { SIGN_IN, signInAddress } from "../session/session.ts";
import { useSession } from "../session/use-session.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Account.module.css";

const AccountMenu = lazy(() => import("./AccountMenu.tsx"));

/** Who is signed in, or the way to sign in; nothing where nobody can. Its place is kept until that is known. */
export function Account() {
	const t = useWords();
	const { viewer, status } = useSession();
	if (viewer)
		return (
			<Suspense fallback={<span className={look.place} />}>
				<AccountMenu viewer={viewer} isEnded={status === "ENDED"} />
			</Suspense>
		);
	if (SIGN_IN !== "provider") return null;
	if (status === "WAITING") return <span className={look.place} />;
	return (
		<a
			className="action"
			href={signInAddress()}
			// The address may have changed since the link was drawn.
			onClick={({ currentTarget }) => {
				currentTarget.href = signInAddress();
			}}
		>
			{t("session.sign-in")}
		</a>
	);
}
