import { lexer, type Token, type Tokens } from "marked";
import { createElement, type ReactNode } from "react";
import s from "./Markdown.module.css";

/**
 * A method note as React elements: what marked reads is never turned into HTML, and raw HTML in a note
 * shows as the text it is. Headings go down two levels: the page's own title and the section's come first.
 */
export function Markdown({ source }: { readonly source: string }) {
  return <div className={s["texte"]}>{blocs(lexer(source))}</div>;
}

/** The notes are constants: the place of a token is its identity. */
function enfants(tokens: readonly Token[], rendre: (token: Token) => ReactNode): ReactNode[] {
  return tokens.map((token, rang) => <Noeud key={`${rang}-${token.type}`}>{rendre(token)}</Noeud>);
}

function Noeud({ children }: { readonly children: ReactNode }) {
  return children;
}

function blocs(tokens: readonly Token[]): ReactNode[] {
  return enfants(tokens, (token) => BLOCS[token.type]?.(token) ?? null);
}

function lignes(token: Token): ReactNode {
  const dedans = "tokens" in token ? token.tokens : undefined;
  if (dedans === undefined) return "text" in token ? String(token.text) : token.raw;
  return enfants(dedans, (un) => EN_LIGNE[un.type]?.(un) ?? lignes(un));
}

const BLOCS: Readonly<Record<string, (token: Token) => ReactNode>> = {
  heading: (token) => createElement(`h${Math.min((token as Tokens.Heading).depth + 1, 4)}`, null, lignes(token)),
  paragraph: (token) => <p>{lignes(token)}</p>,
  text: (token) => lignes(token),
  list: (token) => liste(token as Tokens.List),
  table: (token) => tableau(token as Tokens.Table),
  code: (token) => (
    <pre>
      <code>{(token as Tokens.Code).text}</code>
    </pre>
  ),
  blockquote: (token) => <blockquote>{blocs((token as Tokens.Blockquote).tokens)}</blockquote>,
  html: (token) => <p>{token.raw}</p>,
};

const EN_LIGNE: Readonly<Record<string, (token: Token) => ReactNode>> = {
  strong: (token) => <strong>{lignes(token)}</strong>,
  em: (token) => <em>{lignes(token)}</em>,
  codespan: (token) => <code>{(token as Tokens.Codespan).text}</code>,
  br: () => <br />,
  html: (token) => token.raw,
  link: (token) => lien(token as Tokens.Link),
};

/** Addresses are written out: nothing is fetched from elsewhere, a reader may copy them. */
function lien(token: Tokens.Link): ReactNode {
  if (!/^https?:/.test(token.href)) return lignes(token);
  return (
    <a href={token.href} target="_blank" rel="noreferrer">
      {lignes(token)}
    </a>
  );
}

function liste(token: Tokens.List): ReactNode {
  const contenu = token.items.map((item, rang) => <li key={`${rang}-${item.raw}`}>{blocs(item.tokens)}</li>);
  return token.ordered ? <ol>{contenu}</ol> : <ul>{contenu}</ul>;
}

function tableau({ header, rows }: Tokens.Table): ReactNode {
  return (
    <div className={s["tableau"]}>
      <table>
        <thead>
          <tr>
            {header.map((cellule) => (
              <th key={cellule.text} scope="col">
                {enfants(cellule.tokens, (un) => EN_LIGNE[un.type]?.(un) ?? lignes(un))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((ligne, rang) => (
            <tr key={`${rang}-${ligne[0]?.text ?? ""}`}>
              {ligne.map((cellule, colonne) => (
                <td key={`${colonne}-${cellule.text}`}>{enfants(cellule.tokens, (un) => EN_LIGNE[un.type]?.(un) ?? lignes(un))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
