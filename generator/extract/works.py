"""What becomes of works: they are begun (开工) and they are finished (投产). The lists that periods and
status share; other rooms have shorter ones of their own."""

BEGUN = "开工|动工|开建|奠基"
FINISHED = "建成|投产|投用|投运|启用|竣工|完工|落成|交付|通车|开业|封顶"
