-- A register as version v0002 of its layout wrote it (program of 26-11-2026, before the chain).
CREATE FUNCTION register_weiger() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'het register is alleen aan te vullen'; END $$;
CREATE TABLE alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE overeenkomst (
    nummer integer NOT NULL,
    aangemaakt timestamp with time zone NOT NULL
);
CREATE SEQUENCE overeenkomst_nummer_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE overeenkomst_nummer_seq OWNED BY overeenkomst.nummer;
CREATE TABLE versie (
    nummer integer NOT NULL,
    versie integer NOT NULL,
    tijdstip timestamp with time zone NOT NULL,
    wie character varying(120) NOT NULL,
    wat character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    inhoud text NOT NULL,
    opmerking text NOT NULL,
    sha256 character varying(64) NOT NULL,
    verwerkt text DEFAULT '[]'::text NOT NULL
);
ALTER TABLE ONLY overeenkomst ALTER COLUMN nummer SET DEFAULT nextval('overeenkomst_nummer_seq'::regclass);
INSERT INTO alembic_version VALUES ('v0002');
INSERT INTO overeenkomst VALUES (1, '2026-03-02 09:00:00+00');
INSERT INTO overeenkomst VALUES (2, '2026-03-02 10:00:00+00');
INSERT INTO versie VALUES (1, 1, '2026-03-02 09:00:00+00', 'Jan Jansen', 'toegevoegd', 'concept', '{"naam":"Tubbergen en Oldenzaal","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0173":8,"GM0183":-8}}],"verband":""}', 'eerste', 'c7bb0676788474f93306606bbe8246656a0f35d846713b2aae662f54b0a9ce52', '[]');
INSERT INTO versie VALUES (2, 1, '2026-03-02 10:00:00+00', 'Piet', 'toegevoegd', 'concept', '{"naam":"Assen en Emmen","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0106":5,"GM0114":-5}}],"verband":""}', '', '2ec06e2b1370571c5b5edeb0e3ed54807d054c4d6a523adec73a04a3d4a37e6c', '[]');
INSERT INTO versie VALUES (1, 2, '2026-03-02 11:00:00+00', 'Jan Jansen', 'status', 'akkoord', '{"naam":"Tubbergen en Oldenzaal","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0173":8,"GM0183":-8}}],"verband":""}', 'besluit van beide colleges', '0e7c7f28b50ea58b649ab3365fe95b4c3ee7270feee3c088ac711155568e5606', '[]');
INSERT INTO versie VALUES (1, 3, '2026-03-02 12:00:00+00', 'Jan Jansen', 'status', 'gemeld', '{"naam":"Tubbergen en Oldenzaal","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0173":8,"GM0183":-8}}],"verband":""}', '', '0b8061fc908983fa67b36eff41600141fea49a4f0df59d9d0cc6a46655e6e6a9', '[]');
SELECT pg_catalog.setval('overeenkomst_nummer_seq', 2, true);
ALTER TABLE ONLY alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY overeenkomst
    ADD CONSTRAINT overeenkomst_pkey PRIMARY KEY (nummer);
ALTER TABLE ONLY versie
    ADD CONSTRAINT versie_pkey PRIMARY KEY (nummer, versie);
ALTER TABLE ONLY versie
    ADD CONSTRAINT versie_sha256 UNIQUE (sha256);
CREATE TRIGGER overeenkomst_vast BEFORE DELETE OR UPDATE OR TRUNCATE ON overeenkomst FOR EACH STATEMENT EXECUTE FUNCTION register_weiger();
CREATE TRIGGER versie_vast BEFORE DELETE OR UPDATE OR TRUNCATE ON versie FOR EACH STATEMENT EXECUTE FUNCTION register_weiger();
ALTER TABLE ONLY versie
    ADD CONSTRAINT versie_nummer_fkey FOREIGN KEY (nummer) REFERENCES overeenkomst(nummer);
