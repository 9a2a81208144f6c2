import { useQuery } from "@tanstack/react-query";
import { lastItems } from "../offline/last-items.ts";
import { useSession } from "../session/use-session.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Device.module.css";
import { SignInLink } from "./SignInLink.tsx";

/** Says who may log visits, and how to sign in; and whose records wait on this device. */
export function NotSignedIn() {
	const t = useWords();
	const { viewer } = useSession();
	const { data } = useQuery({
		queryKey: ["own", "last items"],
		queryFn: lastItems,
		networkMode: "always",
		gcTime: 0,
	});
	return (
		<div className={look.closed}>
			<h1>{t("log.title")}</h1>
			<p>{t(viewer ? "log.closed.role" : "log.closed.nobody")}</p>
			{data && data.count > 0 && !viewer && (
				<p role="status">{t("log.closed.waiting", { count: data.count, name: data.name })}</p>
			)}
			{!viewer && <SignInLink />}
		</div>
	);
}
