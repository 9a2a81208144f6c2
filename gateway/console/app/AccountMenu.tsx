import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { SignedInCenterDocument } from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import type { SignedIn } from "../session/states.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Account.module.css";
import { SignOut } from "./SignOut.tsx";

/** Closes the menu where something else is chosen. */
function useClosing() {
	const menu = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		const close = ({ target }: Event) => {
			if (target instanceof Node && !menu.current?.contains(target))
				menu.current?.removeAttribute("open");
		};
		for (const name of ["pointerdown", "focusin"]) document.addEventListener(name, close);
		return () => {
			for (const name of ["pointerdown", "focusin"]) document.removeEventListener(name, close);
		};
	}, []);
	return menu;
}

/** Name, role and center or organization of who is signed in, and the way out. */
export default function AccountMenu({ viewer, isEnded }: { viewer: SignedIn; isEnded: boolean }) {
	const t = useWords();
	const menu = useClosing();
	const { role, name, subject, center, organization } = viewer;
	const asked = ask(SignedInCenterDocument, { id: center ?? "" });
	const answer = useQuery({ ...asked, enabled: center !== undefined });
	const place = organization ?? answer.data?.data.mepCenter?.name ?? center;
	return (
		<details
			ref={menu}
			className={look.account}
			onKeyDown={({ key }) => {
				if (key !== "Escape" || !menu.current?.open) return;
				menu.current.open = false;
				menu.current.querySelector("summary")?.focus();
			}}
		>
			<summary className="action">
				<span className={look.name}>{name ?? subject}</span>
			</summary>
			<div className={look.menu}>
				<p className="quiet">{t(isEnded ? "session.was-signed-in" : "session.signed-in")}</p>
				<p className={look.who}>{name ?? subject}</p>
				<p>{t(`role.${role}`)}</p>
				{place && <p className="quiet">{place}</p>}
				<SignOut viewer={viewer} />
			</div>
		</details>
	);
}
