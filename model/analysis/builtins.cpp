#include "builtins.h"

#include <QSet>
#include <QStringList>

namespace lockstep::analysis {

namespace {

// clang-format off
constexpr auto steadyNames =
    "abs acldefault acos acosd acosh age area array_append array_cat array_dims array_fill array_length "
    "array_lower array_ndims array_position array_positions array_prepend array_remove array_replace "
    "array_reverse array_sort array_to_json array_to_string array_to_tsvector array_upper ascii asin "
    "asind asinh atan atan2 atan2d atand atanh bit bit_count bit_length bool box bpchar broadcast btrim "
    "bytea cardinality casefold cash_words cbrt ceil ceiling center char char_length character_length chr "
    "cidr circle col_description concat concat_ws convert convert_from convert_to cos cosd cosh cot cotd "
    "crc32 crc32c current_database current_schema current_schemas current_setting current_user date "
    "date_add date_bin date_part date_subtract date_trunc datemultirange daterange decode degrees "
    "diagonal diameter div encode enum_first enum_last enum_range erf erfc exp extract factorial family "
    "float4 float8 floor format format_type gamma gcd get_bit get_byte get_current_ts_config "
    "getdatabaseencoding height host hostmask icu_unicode_version inet_client_addr inet_client_port "
    "inet_server_addr inet_server_port initcap int2 int4 int4multirange int4range int8 int8multirange "
    "int8range interval is_normalized isclosed isempty isfinite ishorizontal isopen isparallel isperp "
    "isvertical json_array_length json_build_array json_build_object json_object json_populate_record "
    "json_strip_nulls json_to_record json_to_tsvector json_typeof jsonb_array_length jsonb_build_array "
    "jsonb_build_object jsonb_insert jsonb_object jsonb_path_exists jsonb_path_exists_tz jsonb_path_match "
    "jsonb_path_match_tz jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first "
    "jsonb_path_query_first_tz jsonb_populate_record jsonb_populate_record_valid jsonb_pretty jsonb_set "
    "jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_tsvector jsonb_typeof justify_days "
    "justify_hours justify_interval lcm left length lgamma like like_escape line ln log log10 lower "
    "lower_inf lpad lseg ltrim macaddr macaddr8 macaddr8_set7bit make_date make_interval make_time "
    "make_timestamp make_timestamptz makeaclitem masklen md5 min_scale mod money multirange name netmask "
    "network normalize now num_nonnulls num_nulls numeric nummultirange numnode numrange obj_description "
    "octet_length oid overlaps overlay parse_ident path pg_backend_pid pg_client_encoding "
    "pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned pg_get_serial_sequence "
    "pg_input_is_valid pg_my_temp_schema pg_postmaster_start_time pg_size_bytes pg_size_pretty "
    "pg_trigger_depth pg_typeof phraseto_tsquery pi plainto_tsquery point polygon position pow power "
    "querytree quote_ident quote_literal quote_nullable radians radius range_merge regclass regexp_count "
    "regexp_instr regexp_like regexp_match regexp_replace regexp_split_to_array regexp_substr repeat "
    "replace reverse right round row_to_json rpad rtrim scale session_user set_bit set_byte set_masklen "
    "setweight sha224 sha256 sha384 sha512 shobj_description sign sin sind sinh slope split_part sqrt "
    "statement_timestamp string_to_array strip strpos substr substring system_user tan tand tanh text "
    "time timestamp timestamptz timetz timezone to_ascii to_bin to_char to_date to_hex to_json to_jsonb "
    "to_number to_oct to_regclass to_regcollation to_regnamespace to_regoper to_regoperator to_regproc "
    "to_regprocedure to_regrole to_regtype to_regtypemod to_timestamp to_tsquery to_tsvector "
    "transaction_timestamp translate trim_array trim_scale trunc ts_delete ts_filter ts_headline "
    "ts_lexize ts_rank ts_rank_cd tsmultirange tsrange tstzmultirange tstzrange tsvector_to_array "
    "unicode_assigned unicode_version unistr upper upper_inf uuid_extract_timestamp uuid_extract_version "
    "varbit varchar version websearch_to_tsquery width width_bucket xid xml xml_is_well_formed "
    "xml_is_well_formed_content xml_is_well_formed_document xmlcomment xmlexists xmltext xmlvalidate "
    "xpath xpath_exists ";

constexpr auto otherNames =
    "aclexplode any_value array_agg array_sample array_shuffle avg bit_and bit_or bit_xor bool_and "
    "bool_or brin_desummarize_range brin_summarize_new_values brin_summarize_range clock_timestamp "
    "corr count covar_pop covar_samp cume_dist current_query currtid currtid2 currval cursor_to_xml "
    "cursor_to_xmlschema database_to_xml database_to_xml_and_xmlschema database_to_xmlschema "
    "dense_rank every first_value gen_random_uuid generate_series generate_subscripts getpgusername "
    "gin_clean_pending_list has_any_column_privilege has_column_privilege has_database_privilege "
    "has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege "
    "has_largeobject_privilege has_parameter_privilege has_schema_privilege has_sequence_privilege "
    "has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege json_agg "
    "json_agg_strict json_array_elements json_array_elements_text json_each json_each_text "
    "json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict "
    "json_object_keys json_populate_recordset json_to_recordset jsonb_agg jsonb_agg_strict "
    "jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_agg "
    "jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict "
    "jsonb_object_keys jsonb_path_query jsonb_path_query_tz jsonb_populate_recordset "
    "jsonb_to_recordset lag last_value lastval lead lo_close lo_creat lo_create lo_export "
    "lo_from_bytea lo_get lo_import lo_lseek lo_lseek64 lo_open lo_put lo_tell lo_tell64 lo_truncate "
    "lo_truncate64 lo_unlink loread lower_inc lowrite max min mode mxid_age nextval nth_value ntile "
    "percent_rank percentile_cont percentile_disc query_to_xml query_to_xml_and_xmlschema "
    "query_to_xmlschema random random_normal range_agg range_intersect_agg rank regexp_matches "
    "regexp_split_to_table regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx "
    "regr_sxy regr_syy row_number row_security_active schema_to_xml schema_to_xml_and_xmlschema "
    "schema_to_xmlschema set_config setseed setval stddev stddev_pop stddev_samp string_agg "
    "string_to_table sum table_to_xml table_to_xml_and_xmlschema table_to_xmlschema timeofday "
    "ts_debug ts_parse ts_rewrite ts_stat ts_token_type txid_current txid_current_if_assigned "
    "txid_current_snapshot txid_snapshot_xip txid_snapshot_xmax txid_snapshot_xmin txid_status "
    "txid_visible_in_snapshot unnest upper_inc uuidv4 uuidv7 var_pop var_samp variance xmlagg ";
// clang-format on

} // namespace

bool isSteadyBuiltIn(const QString &function)
{
    static const QStringList names =
        QString::fromLatin1(steadyNames).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    static const QSet<QString> steady(names.begin(), names.end());
    return steady.contains(function);
}

bool isBuiltInFunction(const QString &function)
{
    static const QStringList names =
        QString::fromLatin1(otherNames).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    static const QSet<QString> others(names.begin(), names.end());
    if (function.startsWith(QLatin1String("pg_"))) // pg_catalog.f as well.
        return true;
    return isSteadyBuiltIn(function) || others.contains(function);
}

} // namespace lockstep::analysis
