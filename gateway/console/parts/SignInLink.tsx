import { SIGN_IN, signInAddress } from "../session/session.ts";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";

/** Leads to the identity provider and back to this page, where the hub has one. */
export function SignInLink({ text = "session.sign-in" }: { text?: MessageId }) {
	const t = useWords();
	if (SIGN_IN !== "provider") return null;
	return (
		<a
			className="action first"
			href={signInAddress()}
			onClick={({ currentTarget }) => {
				currentTarget.href = signInAddress();
			}}
		>
			{t(text)}
		</a>
	);
}
